import { type Language, type Locale, languageOf } from '../domain/business.ts';
import type { Words } from './catalogue.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

const catalogue: Readonly<Record<Language, Words>> = { en, de };

export const wordsIn = (language: Language): Words => catalogue[language];

/** How to speak to one reader: the words of a language, with numbers and dates in the order of a country. */
export interface Tongue {
  readonly language: Language;
  readonly locale: Locale;
  readonly words: Words;
}

const elsewhere = { en: 'en-GB', de: 'de-DE' } as const satisfies Record<Language, Locale>;

/** A business’s own locale when it is of the reader’s language, otherwise the language’s usual one. */
export function tongueOf(language: Language, businessLocale: Locale): Tongue {
  const locale = languageOf(businessLocale) === language ? businessLocale : elsewhere[language];
  return { language, locale, words: wordsIn(language) };
}
