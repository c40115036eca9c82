import * as z from 'zod/mini';
import { LocationId, ServiceId } from './ids.ts';
import { Money } from './money.ts';
import { TaxRule } from './tax.ts';
import { Line, Lines } from './text.ts';

/** Something a salon does for a client. `oneVisit` and `visits` are how people say it: “haircut visit”, “haircut visits”. */
export const Service = z.strictObject({
  serviceId: ServiceId,
  name: Line(60),
  oneVisit: Line(60),
  visits: Line(60),
  price: z.optional(Money),
  minutes: z.optional(z.int().check(z.minimum(5), z.maximum(600))),
  archived: z.optional(z.boolean()),
});
export type Service = z.infer<typeof Service>;

/** A place where the business works; redemptions record where a credit was used. */
export const Location = z.strictObject({
  locationId: LocationId,
  name: Line(60),
  address: z.optional(Lines(300)),
  /** In place of the business's own, where this place is taxed otherwise. */
  tax: z.optional(TaxRule),
  archived: z.optional(z.boolean()),
});
export type Location = z.infer<typeof Location>;
