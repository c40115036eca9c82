import * as z from 'zod/mini';

/** ISO 4217 code of a currency that salons on Regulars bill in. */
export const Currency = z.enum(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SEK', 'NOK', 'DKK', 'JPY']);
export type Currency = z.infer<typeof Currency>;

/** An amount in integer minor units (cents; yen for JPY) with its currency. */
export const Money = z.strictObject({
  amount: z.int().check(z.minimum(0), z.maximum(100_000_000)),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;

/** `amount × numerator / denominator` for non-negative integers, half up, without the rounding errors of fractions. */
export function portionOf(amount: number, numerator: number, denominator: number): number {
  return Number((BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n));
}
