import * as z from 'zod/mini';

/** A date in the business's zone, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().check(z.minimum(0));
export type Instant = z.infer<typeof Instant>;

/** An IANA zone name that this runtime knows. */
export const TimeZone = z.string().check(
  z.maxLength(64),
  z.refine((name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'unknown time zone'),
);

export const Interval = z.strictObject({
  unit: z.enum(['week', 'month', 'year']),
  count: z.int().check(z.minimum(1), z.maximum(24)),
});
export type Interval = z.infer<typeof Interval>;

/**
 * What bill dates are counted from: never the previous bill date (rule T2). It opens period `index`, which is 0 unless
 * bill dates were moved on the way; `first` then says when period 0 began.
 */
export const Anchor = z.strictObject({
  date: LocalDate,
  interval: Interval,
  index: z.optional(z.int()),
  first: z.optional(LocalDate),
});
export type Anchor = z.infer<typeof Anchor>;

/** Half-open `[start, end)`; `index` counts from 0 at the first anchor. -1 is the time before it: a trial, or waiting. */
export const Period = z.strictObject({ index: z.int().check(z.minimum(-1)), start: LocalDate, end: LocalDate });
export type Period = z.infer<typeof Period>;
