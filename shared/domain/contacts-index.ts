import type { Profile } from './member.ts';

/** Lower case, without accents, ß as ss: “José” is found by “jose”, “Strauß” by “strauss”. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

const longestToken = 40;
/** How many last digits of a phone a client may begin with: the subscriber number, or its end. */
const spokenEndings = [4, 5, 6, 7, 8];
const words = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * What a client is found by, from the first keystroke: each word of the name and of the company, the e-mail as a whole and each of its
 * parts before the @, the phone's digits with and without the country code, and its last four to eight.
 */
export function searchTokens(
  profile: Pick<Profile, 'firstName' | 'lastName' | 'company' | 'email' | 'phone'>,
): string[] {
  const { firstName, lastName, company = '' } = profile;
  const tokens = new Set([firstName, lastName, company].flatMap(words));
  if (profile.email) {
    tokens.add(profile.email);
    for (const word of words(profile.email.split('@')[0] ?? '')) tokens.add(word);
  }
  if (profile.phone) {
    const digits = profile.phone.slice(1);
    tokens.add(digits);
    // Country codes have one to three digits and clients rarely say theirs: any of the three remainders is findable.
    for (const code of [1, 2, 3]) tokens.add(digits.slice(code));
    tokens.add(`0${digits.slice(2)}`);
    // People say their number from wherever they think it begins.
    for (const last of spokenEndings) tokens.add(digits.slice(-last));
  }
  return [...tokens].map((token) => token.slice(0, longestToken));
}

/** The key under which all clients of a business are listed by last name. */
export const listingToken = (profile: Pick<Profile, 'firstName' | 'lastName'>): string =>
  fold(`${profile.lastName} ${profile.firstName}`).slice(0, longestToken);

/** The token to look up for what was typed (its longest word), and the words a hit must contain besides. */
export function searchTerm(typed: string): { lookup: string; also: string[] } | undefined {
  const isPhone = /^[+(\d][\d\s()/.-]*$/.test(typed.trim());
  const parts = isPhone
    ? [typed.replace(/\D/g, '').replace(/^00/, '')]
    : typed.includes('@')
      ? [fold(typed.trim())]
      : words(typed);
  const [lookup, ...also] = parts.filter(Boolean).sort((a, b) => b.length - a.length);
  return lookup === undefined ? undefined : { lookup: lookup.slice(0, longestToken), also };
}
