import * as z from 'zod/mini';
import { Line } from './text.ts';
import { Instant, LocalDate } from './time.ts';

/** What a pause does to bill dates: `shift` moves them by its days (rule P1), `keep` skips those inside it (rule P2). */
export const PauseDates = z.enum(['shift', 'keep']);
export type PauseDates = z.infer<typeof PauseDates>;

/** What it does to benefits that are paid: they rest and last as much longer, or can be used as before (rule P3). */
export const PauseBenefits = z.enum(['frozen', 'usable']);
export type PauseBenefits = z.infer<typeof PauseBenefits>;

/** What pausing costs, tax as in prices, in minor units: once, or for each bill that falls into the pause (rule P6). */
export const PauseFee = z.strictObject({
  amount: z.int().check(z.minimum(1), z.maximum(10_000_000)),
  per: z.enum(['pause', 'period']),
});
export type PauseFee = z.infer<typeof PauseFee>;

/** What a business decides about pauses (rule P5). */
export const PausePolicies = z
  .strictObject({
    dates: PauseDates,
    benefits: PauseBenefits,
    minDays: z.int().check(z.minimum(1), z.maximum(366)),
    maxDays: z.int().check(z.minimum(1), z.maximum(366)),
    /** Pauses that may begin within twelve months. */
    perYear: z.int().check(z.minimum(1), z.maximum(12)),
    fee: z.optional(PauseFee),
  })
  .check(z.refine(({ minDays, maxDays }) => minDays <= maxDays, 'the shortest pause is no longer than the longest'));
export type PausePolicies = z.infer<typeof PausePolicies>;

export const defaultPauses: PausePolicies = {
  dates: 'shift',
  benefits: 'frozen',
  minDays: 7,
  maxDays: 90,
  perYear: 2,
};

/** Why staff agreed on a pause, in their own words; never shown to the member. */
export const PauseReason = Line(200);

/**
 * A pause that was agreed on: the days `[from, until)`, without `until` as long as nobody says otherwise. It begins and
 * ends by these dates; `begun` only says that the books know.
 */
export const Pause = z.strictObject({
  from: LocalDate,
  until: z.optional(LocalDate),
  dates: PauseDates,
  benefits: PauseBenefits,
  /** Who asked; the closure of the whole salon is nobody's wish and counts against no limit (rule P10). */
  by: z.enum(['member', 'staff', 'closure']),
  /** The plan says that a pause makes the agreed least time longer (rule P9). */
  extendsCommitment: z.optional(z.boolean()),
  fee: z.optional(PauseFee),
  reason: z.optional(PauseReason),
  /** When it was agreed on as it stands; a change moves it. */
  agreedAt: Instant,
  begun: z.optional(z.boolean()),
});
export type Pause = z.infer<typeof Pause>;

/** A pause that is over. `skipped` bills fell into it and were never made (rule P2). */
export const PastPause = z.strictObject({
  from: LocalDate,
  until: LocalDate,
  by: Pause.shape.by,
  reason: Pause.shape.reason,
  skipped: z.optional(z.int()),
});
export type PastPause = z.infer<typeof PastPause>;
