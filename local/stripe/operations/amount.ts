import * as z from 'zod/mini';
import { integer } from '../parameters.ts';
import { invalid } from '../refusal.ts';

export const amount = integer;
export const currency = z.pipe(
  z.string().check(z.regex(/^[A-Za-z]{3}$/)),
  z.transform((code) => code.toLowerCase()),
);

// The smallest charge in minor units, about half a dollar; where the table is silent, half a unit is asked for.
const least: Readonly<Record<string, number>> = {
  chf: 50,
  eur: 50,
  gbp: 30,
  jpy: 50,
  sek: 300,
  dkk: 250,
  nok: 300,
  pln: 200,
};
const most = 99_999_999;

/** @throws {StripeRefusal} 400 `amount_too_small`, `amount_too_large` or `parameter_invalid_integer`. */
export function refuseAmount(value: number, code: string): void {
  const param = 'amount';
  if (value < 1) throw invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param });
  if (value < (least[code] ?? 50)) {
    throw invalid(`Amount must be at least ${least[code] ?? 50} (minor units of ${code}).`, {
      code: 'amount_too_small',
      param,
    });
  }
  if (value > most) throw invalid(`Amount must be no more than ${most}.`, { code: 'amount_too_large', param });
}
