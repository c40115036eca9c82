import * as z from 'zod/mini';
import { portionOf } from './money.ts';
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

const whole = 10_000;

/**
 * The tax of a price in minor units (rule PC8). An inclusive price never moves because of rounding: the tax is what is
 * left beside the net, `total − round(total / (1 + rate))`.
 */
export function taxed(amount: number, rule: TaxRule | undefined): Taxed {
  if (rule === undefined) return { net: amount, tax: 0, gross: amount };
  if (rule.mode === 'inclusive') {
    const net = portionOf(amount, whole, whole + rule.basisPoints);
    return { net, tax: amount - net, gross: amount };
  }
  const tax = portionOf(amount, rule.basisPoints, whole);
  return { net: amount, tax, gross: amount + tax };
}
