import * as z from 'zod/mini';
import { Line } from './text.ts';

/**
 * How a place taxes what it sells. `inclusive` prices contain the tax (Europe), on `exclusive` ones it is added (USA).
 * The rate is in basis points: 19 % is 1900.
 */
export const TaxRule = z.strictObject({
  name: Line(20),
  basisPoints: z.int().check(z.minimum(1), z.maximum(5000)),
  mode: z.enum(['inclusive', 'exclusive']),
});
export type TaxRule = z.infer<typeof TaxRule>;

/** An amount in minor units, taken apart: `net + tax = gross`, always. */
export interface Taxed {
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/** `amount × numerator / denominator` for non-negative integers, half up, without the rounding errors of fractions. */
function scaled(amount: number, numerator: number, denominator: number): number {
  return Number((BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n));
}

const whole = 10_000;

/**
 * The tax of a price in minor units (rule PC8). An inclusive price never moves because of rounding: the tax is what is
 * left beside the net, `total − round(total / (1 + rate))`.
 */
export function taxed(amount: number, rule: TaxRule | undefined): Taxed {
  if (rule === undefined) return { net: amount, tax: 0, gross: amount };
  if (rule.mode === 'inclusive') {
    const net = scaled(amount, whole, whole + rule.basisPoints);
    return { net, tax: amount - net, gross: amount };
  }
  const tax = scaled(amount, rule.basisPoints, whole);
  return { net: amount, tax, gross: amount + tax };
}
