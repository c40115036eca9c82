import { type Business, languageOf } from '../../shared/domain/business.ts';
import { fullName, isUndeliverable, type Profile } from '../../shared/domain/member.ts';
import { phoneForReading } from '../../shared/wording/phone.ts';
import { type Tongue, tongueOf } from '../../shared/wording/words.ts';
import type { NoMail } from './world.ts';

/** The member that a mail goes to, and how they are spoken to. */
export interface Addressee {
  readonly to: string;
  readonly name: string;
  readonly tongue: Tongue;
}

/** The reader's language, or else the business's. */
export const tongueFor = (language: Profile['language'], { locale }: Business): Tongue =>
  tongueOf(language ?? languageOf(locale), locale);

/** The member at the address on record now. */
export function addresseeOf(profile: Profile, business: Business): Addressee | NoMail {
  const { email, language } = profile;
  if (email === undefined) return 'no_address';
  if (isUndeliverable(profile, email)) return 'undeliverable';
  return { to: email, name: fullName(profile), tongue: tongueFor(language, business) };
}

/** Where to reach the business, for sentences that ask people to write or call. */
export const waysTo = ({ contact }: Business): string[] =>
  [contact.email, contact.phone && phoneForReading(contact.phone), contact.website].filter((way) => way !== undefined);
