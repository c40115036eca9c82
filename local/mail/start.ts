import type { ServiceEvent } from '../events/types.ts';
import type { LocalClock, LocalService } from '../ports.ts';
import { localPlace, type Place } from '../protocol/place.ts';
import { serve } from '../protocol/serve.ts';
import { type FeedbackDestination, feedbackOn } from './feedback.ts';
import { answerInbox } from './inbox.ts';
import { openMailbox, type StoredMail } from './mailbox.ts';
import { answerSes, type SesRules } from './ses.ts';

export type { StoredMail } from './mailbox.ts';

export interface LocalMail extends LocalService {
  /** The inbox for people. */
  readonly uiUrl: string;
  /** Every mail, newest first. */
  messages(): Promise<StoredMail[]>;
  /** Who hears of bounces and complaints from now on: the default event bus. */
  reportTo(announce: (event: ServiceEvent) => void): void;
}

/**
 * Serves SES and shows what was sent instead of sending it. Own code rather than a package: the one at hand drops
 * headers, tags and all recipients but the first, and leaves calls it does not know without an answer. Mails are dated
 * by `clock`, or by the machine without one. Mail to SES's mailbox simulator bounces or is complained of.
 */
export async function startMail(
  options: {
    readonly dataFile?: string;
    readonly clock?: Pick<LocalClock, 'now'>;
    readonly place?: Place;
    readonly feedback?: readonly FeedbackDestination[];
  } & SesRules = {},
): Promise<LocalMail> {
  const mailbox = openMailbox(options.dataFile);
  const clock = options.clock ?? Date;
  let announce: (event: ServiceEvent) => void = () => {};

  function take(mail: StoredMail): void {
    mailbox.add(mail);
    for (const event of feedbackOn(mail, options.feedback ?? [], options.place ?? localPlace)) announce(event);
  }
  const service = await serve((call) =>
    call.method === 'POST' ? answerSes(call, options, clock.now(), take) : answerInbox(call, mailbox),
  );
  return {
    ...service,
    uiUrl: `${service.endpoint}/`,
    messages: async () => [...mailbox.mails()],
    reportTo(listener) {
      announce = listener;
    },
  };
}
