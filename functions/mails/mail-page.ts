import type { Business } from '../../shared/domain/business.ts';
import type { FrameWords, MailWords } from '../../shared/wording/mails/mail-words.ts';
import { phoneForReading } from '../../shared/wording/phone.ts';
import type { Tongue } from '../../shared/wording/words.ts';

/** What both forms of a mail are made of. */
export interface MailPage {
  readonly words: MailWords;
  /** Where the button leads. */
  readonly url?: string | undefined;
  readonly business: Business;
  readonly tongue: Tongue;
  readonly frame: FrameWords;
  /** The address of the business's site. */
  readonly site: string;
  /** Where the reader can end such mails by hand. */
  readonly unsubscribeUrl?: string | undefined;
}

/** The business as it stands below each mail, with its postal address (rule M3). */
export const contactLines = ({ name, contact }: Business): string[] => [
  name,
  ...(contact.address?.split('\n') ?? []),
  ...[contact.phone && phoneForReading(contact.phone), contact.email, contact.website].filter(
    (line) => line !== undefined,
  ),
];
