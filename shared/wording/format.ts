import type { Language } from '../domain/business.ts';
import type { Money } from '../domain/money.ts';
import type { LocalDate } from '../domain/time.ts';

/** Milliseconds since 1970 of midnight UTC of a local date: a local date is only ever written in UTC, never in the viewer’s zone. */
function utc(date: LocalDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day);
}

/** Whole days from one local date to another; negative when `to` lies before `from`. */
export const dayCount = (from: LocalDate, to: LocalDate): number => (utc(to) - utc(from)) / 86_400_000;

/** The day before a local date. */
export const dayBefore = (date: LocalDate): LocalDate => new Date(utc(date) - 86_400_000).toISOString().slice(0, 10);

function written({ amount, currency }: Money, locale: string, options: Intl.NumberFormatOptions): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
  // Yen have no minor unit: the currency decides how many digits the integer carries.
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return format.format(amount / 10 ** (digits ?? 2));
}

/** An amount with all its digits, as on a bill: “€45.00”. */
export const formatMoney = (money: Money, locale: string): string => written(money, locale, {});

/** An amount as people say it: “€45”, but “€45.50”. */
export const formatPrice = (money: Money, locale: string): string =>
  written(money, locale, { trailingZeroDisplay: 'stripIfInteger' });

/** Basis points as people write them: “8.5%”. */
export const percentOf = (basisPoints: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);

/** “31 March 2026” in the order of the locale. */
export const formatDate = (date: LocalDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    utc(date),
  );

/** The last day before a date that no longer counts, as `formatDate` writes it. */
export const formatLastDay = (end: LocalDate, locale: string): string => formatDate(dayBefore(end), locale);

/** “31 March”, with the year only when it is not today’s. */
export const formatDay = (date: LocalDate, today: LocalDate, locale: string): string =>
  date.slice(0, 4) === today.slice(0, 4)
    ? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(utc(date))
    : formatDate(date, locale);

/** An instant (milliseconds since 1970) as date and time in a zone: “31 March 2026, 14:05”. */
export const formatInstant = (at: number, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at);

/** The time of an instant in a zone: “14:05”. */
export const formatTime = (at: number, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(at);

/** The day of an instant in a zone: “31 March 2026”. */
export const formatInstantDay = (at: number, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** “today”, “tomorrow”, “in 5 days”, “3 weeks ago”, “in 4 months”: the unit grows with the distance. */
export function relativeDay(date: LocalDate, today: LocalDate, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = dayCount(today, date);
  const distance = Math.abs(days);
  if (distance < 14) return words.format(days, 'day');
  if (distance < 60) return words.format(Math.round(days / 7), 'week');
  if (distance < 730) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** “a, b and c” or “a, b or c” in the language. */
export const formatList = (items: readonly string[], locale: string, type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(items);

const numberWords = {
  en: 'no one two three four five six seven eight nine ten eleven twelve',
  de: 'kein ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
} as const satisfies Record<Language, string>;

/** A count as people say it: words to twelve, digits from 13 on. */
export const numberWord = (count: number, language: Language): string =>
  numberWords[language].split(' ')[count] ?? new Intl.NumberFormat(language).format(count);

/** “15%”, “15 %”. */
export const percentInWords = (percent: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
