import type { TypedCard } from '../objects/payment-method.ts';
import { testCardByNumber } from '../test-cards.ts';

export const cardFields = ['email', 'number', 'expiry', 'cvc', 'name'] as const;
export type CardField = (typeof cardFields)[number];

/** What was typed, as it was typed. */
export type Typed = Readonly<Record<CardField, string>>;

/** What is wrong with a field. */
export type Wrong = 'number' | 'unknown_number' | 'expiry' | 'past' | 'cvc' | 'name' | 'email';

export type CardForm =
  | { readonly ok: true; readonly card: TypedCard; readonly email: string | null; readonly name: string }
  | { readonly ok: false; readonly field: CardField; readonly wrong: Wrong };

/** Reads the card that was typed. `now` in milliseconds; `email` is the known one, which is then not asked for. */
export function readCardForm(typed: Typed, email: string | null, now: number): CardForm {
  const address = email ?? typed.email.trim();
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) return { ok: false, field: 'email', wrong: 'email' };
  const number = typed.number.replace(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return { ok: false, field: 'number', wrong: 'number' };
  const card = testCardByNumber(number);
  if (card === undefined) return { ok: false, field: 'number', wrong: 'unknown_number' };
  const expiry = readExpiry(typed.expiry);
  if (expiry === undefined) return { ok: false, field: 'expiry', wrong: 'expiry' };
  if (now >= Date.UTC(expiry.year, expiry.month, 1)) return { ok: false, field: 'expiry', wrong: 'past' };
  if (!/^\d{3,4}$/.test(typed.cvc.trim())) return { ok: false, field: 'cvc', wrong: 'cvc' };
  const name = typed.name.trim();
  if (name === '') return { ok: false, field: 'name', wrong: 'name' };
  return {
    ok: true,
    card: { card, expMonth: expiry.month, expYear: expiry.year, name, email: address },
    email: address,
    name,
  };
}

/** `12/34`, `12 / 2034` and `1234` are the same month. */
function readExpiry(text: string): { readonly month: number; readonly year: number } | undefined {
  const [, month, year] = /^\s*(\d{1,2})\s*[/ -]?\s*((?:20)?\d{2})\s*$/.exec(text) ?? [];
  if (month === undefined || year === undefined) return undefined;
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  return { month: number, year: (Number(year) % 100) + 2000 };
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
