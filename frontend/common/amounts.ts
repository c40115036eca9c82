import type { Currency, Money } from '../../shared/domain/money.ts';

const digitsOf = (currency: Currency): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * An amount as typed at a till, in minor units: “12,50”, “12.50” and “1.234,5” all mean what they look like. The last
 * comma or point is the decimal sign when at most the currency's digits follow it. Undefined when it is no amount.
 */
export function readAmount(typed: string, currency: Currency): Money | undefined {
  const digits = digitsOf(currency);
  const text = typed.replace(/[^\d.,]/g, '');
  if (!/\d/.test(text) || /[^\d\s.,'’€$£¥A-Za-z]/.test(typed)) return undefined;
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const after = at === -1 ? 0 : text.length - at - 1;
  const hasFraction = at !== -1 && after <= digits;
  if (at !== -1 && !hasFraction && after !== 3) return undefined;
  const whole = (hasFraction ? text.slice(0, at) : text).replace(/[.,]/g, '');
  const fraction = (hasFraction ? text.slice(at + 1) : '').padEnd(digits, '0');
  const amount = Number(`${whole}${fraction}`);
  return Number.isSafeInteger(amount) && amount <= 100_000_000 ? { amount, currency } : undefined;
}

/** An amount as it is typed into a field again: the locale's digits, no currency sign. */
export function amountForTyping({ amount, currency }: Money, locale: string): string {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(amount / 10 ** digits);
}
