import * as z from 'zod/mini';
import { CreditKind } from '../domain/credit-account.ts';
import { ServiceId } from '../domain/ids.ts';
import { LossCause } from '../domain/loss-forecast.ts';
import { LocalDate } from '../domain/time.ts';

/** A number of the same credits. */
const Units = { kind: CreditKind, serviceIds: z.array(ServiceId), units: z.int() };

/** Credits of today that are gone after a day if nothing is used. */
export const LossView = z.strictObject({
  ...Units,
  /** The last day on which they can be used, inclusive. */
  lastDay: LocalDate,
  cause: LossCause,
});
export type LossView = z.infer<typeof LossView>;

/** What becomes of everything that is there today if nothing is used: exact units and days, as long as all goes on as agreed. */
export const ForecastView = z.strictObject({
  today: LocalDate,
  /** The last day that is looked at. */
  until: LocalDate,
  /** In the order in which they go. */
  losses: z.array(LossView),
  /** What is still there at the end of `until`. */
  lasting: z.array(z.strictObject(Units)),
});
export type ForecastView = z.infer<typeof ForecastView>;
