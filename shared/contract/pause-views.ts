import * as z from 'zod/mini';
import { CreditKind } from '../domain/credit-account.ts';
import { BucketId, ServiceId } from '../domain/ids.ts';
import { Money } from '../domain/money.ts';
import { Pause, PauseBenefits, PauseDates, PauseFee } from '../domain/pause-terms.ts';
import { LocalDate } from '../domain/time.ts';

/** The days of a pause; `lastDay` is inclusive, absent while it has no end. */
export const PauseDays = z.strictObject({ from: LocalDate, lastDay: z.optional(LocalDate) });
export type PauseDays = z.infer<typeof PauseDays>;

/**
 * A pause as everybody concerned may know it: to come, or running. The membership's `upcoming` is the bill after it. While
 * `benefits` are usable, credits can be used to their own last day, discounts not.
 */
export const PauseView = z.strictObject({
  ...PauseDays.shape,
  dates: PauseDates,
  benefits: PauseBenefits,
  by: Pause.shape.by,
  /** What it costs, as a price; `total`, once its end is known, comes with the bill after it. */
  fee: z.optional(z.strictObject({ each: Money, per: PauseFee.shape.per, total: z.optional(Money) })),
});
export type PauseView = z.infer<typeof PauseView>;

/** What a pause does to one credit. */
export const PausedCredit = z.strictObject({
  bucketId: BucketId,
  kind: CreditKind,
  serviceIds: z.array(ServiceId),
  available: z.int(),
  expiresOn: z.optional(LocalDate),
  /** Its last day with the pause, when that moves and is known. */
  expiresOnAfter: z.optional(LocalDate),
  /** It cannot be used during the pause. */
  rests: z.boolean(),
  /** Not of the membership: no pause stops it, and it runs out before this one is over. */
  given: z.optional(z.literal(true)),
});
export type PausedCredit = z.infer<typeof PausedCredit>;

/** How often and how long: what the business allows, and what was taken within a year before this pause. */
export const PauseLimits = z.strictObject({
  minDays: z.int(),
  maxDays: z.int(),
  perYear: z.int(),
  taken: z.int(),
});
export type PauseLimits = z.infer<typeof PauseLimits>;

const LastDay = z.strictObject({ kind: z.literal('last_day'), lastDay: LocalDate });
const Open = z.strictObject({ kind: z.literal('open') });
const Resume = z.strictObject({ kind: z.literal('resume') });

/** Until when a pause lasts: a last day, inclusive, or without an end, which only staff agree on. */
export const PauseEnd = z.discriminatedUnion('kind', [LastDay, Open]);
/** What a pause becomes: `resume` makes today a day with the membership again. */
export const NewPauseEnd = z.discriminatedUnion('kind', [LastDay, Open, Resume]);
export const OwnPauseEnd = LastDay;
export const OwnNewPauseEnd = z.discriminatedUnion('kind', [LastDay, Resume]);

/** `now` makes today the first paused day, `period_end` the day of the next bill. */
export const PauseStart = z.enum(['now', 'period_end']);
