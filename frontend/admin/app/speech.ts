import { type Language, type Locale, languageOf } from '../../../shared/domain/business.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import { cardInWords } from '../../../shared/wording/describe-card.ts';
import {
  formatDate,
  formatDay,
  formatInstant,
  formatList,
  formatMoney,
  formatPrice,
} from '../../../shared/wording/format.ts';
import { type Tongue, tongueOf } from '../../../shared/wording/words.ts';
import { type Wording, wordings } from '../wording/wording.ts';

/** How this page speaks: its sentences and how it writes numbers and dates. */
export interface Speech {
  readonly language: Language;
  readonly locale: string;
  readonly words: Wording;
  readonly money: (money: Money) => string;
  readonly price: (money: Money) => string;
  readonly date: (date: LocalDate) => string;
  readonly day: (date: LocalDate, today: LocalDate) => string;
  readonly instant: (at: number, timeZone: string) => string;
  readonly anyOf: (items: readonly string[]) => string;
  readonly allOf: (items: readonly string[]) => string;
  /** “Visa •••• 4242”. */
  readonly card: (card: { readonly brand: string; readonly last4: string }) => string;
  /** For sentences that members read, too. */
  readonly tongue: Tongue;
}

export function speechOf(locale: Locale): Speech {
  const language = languageOf(locale);
  const tongue = tongueOf(language, locale);
  return {
    language,
    locale,
    words: wordings[language],
    money: (money) => formatMoney(money, locale),
    price: (money) => formatPrice(money, locale),
    date: (date) => formatDate(date, locale),
    day: (date, today) => formatDay(date, today, locale),
    instant: (at, timeZone) => formatInstant(at, timeZone, locale),
    anyOf: (items) => formatList(items, locale, 'disjunction'),
    allOf: (items) => formatList(items, locale, 'conjunction'),
    card: (card) => cardInWords(card, tongue),
    tongue,
  };
}

/** Before the business has answered, the browser's language is the best guess. */
export const speechOfBrowser = (language: string): Speech => speechOf(language.startsWith('de') ? 'de-DE' : 'en-GB');
