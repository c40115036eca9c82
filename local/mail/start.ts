import type { LocalClock, LocalService } from '../ports.ts';
import { serve } from '../protocol/serve.ts';
import { answerInbox } from './inbox.ts';
import { openMailbox, type StoredMail } from './mailbox.ts';
import { answerSes, type SesRules } from './ses.ts';

export type { StoredMail } from './mailbox.ts';

export interface LocalMail extends LocalService {
  /** The inbox for people. */
  readonly uiUrl: string;
  /** Every mail, newest first. */
  messages(): Promise<StoredMail[]>;
}

/**
 * Serves SES and shows what was sent instead of sending it. Own code rather than a package: the one at hand drops
 * headers, tags and all recipients but the first, and leaves calls it does not know without an answer. Mails are dated
 * by `clock`, or by the machine without one.
 */
export async function startMail(
  options: { readonly dataFile?: string; readonly clock?: Pick<LocalClock, 'now'> } & SesRules = {},
): Promise<LocalMail> {
  const mailbox = openMailbox(options.dataFile);
  const clock = options.clock ?? Date;
  const service = await serve((call) =>
    call.method === 'POST' ? answerSes(call, options, clock.now(), mailbox.add) : answerInbox(call, mailbox),
  );
  return { ...service, uiUrl: `${service.endpoint}/`, messages: async () => [...mailbox.mails()] };
}
