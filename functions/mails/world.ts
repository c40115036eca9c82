import type { DomainEvent } from '../../shared/domain/events.ts';
import type { Identity } from '../gateways/identity.ts';
import type { Mailer } from '../gateways/mailer.ts';
import type { ConfigurationCache } from '../runtime/configuration-cache.ts';
import type { Instance } from '../runtime/instance.ts';
import type { Configuration } from '../store/configuration.ts';
import type { Letter } from './letter.ts';

/** What sending a mail touches. */
export interface MailWorld extends Instance {
  readonly members: Identity;
  readonly staff: Identity;
  readonly mailer: Mailer;
  readonly configurations: Pick<ConfigurationCache, 'reload'>;
  /** The address of a business's site, without a slash at the end. */
  readonly siteOf: (slug: string) => string;
}

/** What calls for a mail, and when it may leave. */
export interface MailCause {
  readonly event: DomainEvent;
  /** The instant that the mail is for, in milliseconds: the event's, or the morning that it waited for. */
  readonly now: number;
  readonly configuration: Configuration;
  /** The address of the business's site, without a slash at the end. */
  readonly site: string;
}

/** Why an event calls for no mail after all. */
export type NoMail =
  | 'superseded'
  | 'no_account'
  | 'no_address'
  | 'undeliverable'
  | 'unsubscribed'
  | 'too_many'
  | 'request_gone';

/** Words the mail that the event calls for, if it still does, and stores the hash of any link in it. */
export type Prepare = (world: MailWorld, cause: MailCause) => Promise<Letter | NoMail>;
