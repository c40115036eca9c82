import type { DomainEvent } from '../../shared/domain/events.ts';
import type { Identity } from '../gateways/identity.ts';
import type { Mailer } from '../gateways/mailer.ts';
import type { Instance } from '../runtime/instance.ts';
import type { Letter } from './letter.ts';

/** What sending a mail touches. */
export interface MailWorld extends Instance {
  readonly members: Identity;
  readonly staff: Identity;
  readonly mailer: Mailer;
  /** The address of a business's site, without a slash at the end. */
  readonly siteOf: (slug: string) => string;
}

/** Why an event calls for no mail after all. */
export type NoMail = 'superseded' | 'no_account' | 'too_many' | 'request_gone';

/** Makes the link that the event calls for, if it still does, and stores its hash. `now` is the event's instant. */
export type Prepare = (world: MailWorld, event: DomainEvent, now: number) => Promise<Letter | NoMail>;
