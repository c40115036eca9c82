import type { Locale } from '../../../shared/domain/business.ts';
import type { JoiningWords } from '../../../shared/wording/agreement-words.ts';
import { readPhone } from '../../../shared/wording/phone.ts';
import { isEmail } from './email.ts';

type Answers = Readonly<Record<string, string>>;

const isEmpty = (typed: string | undefined): boolean => (typed ?? '').trim() === '';

/** What is wrong with each field before it is sent; the box counts only when somebody ticked it. */
export function joiningProblems(
  answers: Answers,
  locale: Locale,
  words: Pick<JoiningWords, 'firstNameMissing' | 'lastNameMissing' | 'emailMissing' | 'phoneWrong' | 'consentMissing'>,
) {
  const { firstName, lastName, email, phone = '', consent } = answers;
  return {
    firstName: isEmpty(firstName) ? words.firstNameMissing : undefined,
    lastName: isEmpty(lastName) ? words.lastNameMissing : undefined,
    email: isEmail(email) ? undefined : words.emailMissing,
    phone: isEmpty(phone) || readPhone(phone, locale) !== undefined ? undefined : words.phoneWrong,
    consent: consent === undefined ? words.consentMissing : undefined,
  };
}

/** The person as the API takes them: trimmed, the phone number with its country. */
export function whoJoins({ firstName = '', lastName = '', email = '', phone: typed = '' }: Answers, locale: Locale) {
  const phone = readPhone(typed, locale);
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    email: email.trim(),
    ...(phone === undefined ? {} : { phone }),
  };
}
