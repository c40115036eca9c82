import type { CreditKind } from '../../../shared/domain/credit-account.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { readAmount } from '../../common/amounts.ts';

const most = 1_000_000;

/** A whole number between two, as typed; undefined otherwise. */
export function readWhole(typed: string, least: number, greatest: number): number | undefined {
  const number = Number(typed.trim());
  return /^\d+$/.test(typed.trim()) && number >= least && number <= greatest ? number : undefined;
}

/** Units of a credit as typed: a whole number of visits, or an amount of money in minor units. */
export const readUnits = (typed: string, kind: CreditKind, currency: Currency): number | undefined => {
  const units = kind === 'visits' ? readWhole(typed, 0, most) : readAmount(typed, currency)?.amount;
  return units === undefined || units > most ? undefined : units;
};
