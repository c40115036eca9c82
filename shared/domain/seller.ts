import * as z from 'zod/mini';
import { Line, Lines } from './text.ts';

/** Who sells, in the words that stand on an invoice. */
export const Seller = z.strictObject({
  name: Line(120),
  address: z.optional(Lines(300)),
  taxId: z.optional(Line(40)),
});
export type Seller = z.infer<typeof Seller>;
