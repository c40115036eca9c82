import * as z from 'zod/mini';
import { addDays, daysBetween } from './calendar.ts';
import type { DeclineClass } from './decline.ts';
import { type RenewalWindow, renewalInstant } from './renewal-window.ts';
import type { Instant, LocalDate } from './time.ts';

/** Attempts that a schedule may hold, and its last day: leaves room below the ceiling for what people start (rule D3). */
const mostSteps = 8;
const latestDay = 28;

const rises = (days: readonly number[]) => days.every((day, i) => day > (days[i - 1] ?? -1));

/** A membership ends for want of payment only after every try of its schedule. */
export const endsAfterLastTry = (given: { readonly retryDays: readonly number[]; readonly cancelAfterDays: number }) =>
  given.retryDays.every((day) => day < given.cancelAfterDays);

/** What a business decides about failed payments; all days are counted from the bill date (rule D1). */
export const DunningPolicies = z
  .strictObject({
    /** Days with an attempt; the first is the bill date itself. */
    retryDays: z.array(z.int().check(z.minimum(0), z.maximum(latestDay))).check(
      z.minLength(1),
      z.maxLength(mostSteps),
      z.refine((days) => days[0] === 0, 'begins with day 0'),
      z.refine(rises, 'every day later than the one before'),
    ),
    /** The last day on which paid credits stay usable. */
    graceDays: z.int().check(z.minimum(0), z.maximum(30)),
    /** The day on which an unpaid membership ends unless staff decided before. */
    cancelAfterDays: z.int().check(z.maximum(90)),
  })
  .check(z.refine(endsAfterLastTry, 'ends only after the last attempt'));
export type DunningPolicies = z.infer<typeof DunningPolicies>;

export const defaultDunning: DunningPolicies = { retryDays: [0, 3, 5, 7, 10, 14], graceDays: 7, cancelAfterDays: 30 };

export const DunningMessage = z.enum(['first', 'reminder', 'benefits_pause', 'on_hold', 'final']);
export type DunningMessage = z.infer<typeof DunningMessage>;

/**
 * What happens on a day after the bill date while nothing has been paid.
 * `staff`: `flag` on profile, appointment and checkout; `call` the member; `decide` whether to keep the membership.
 */
export interface DunningStep {
  readonly day: number;
  readonly charge: boolean;
  readonly message?: DunningMessage;
  readonly staff?: 'flag' | 'call' | 'decide';
}

/**
 * The one table of a business (rule D2): a step for each retry day. The first tells the member and raises the flag; the
 * last is final and asks staff to decide (a schedule of one day tells `first` and asks). Between them, the latest step
 * within grace announces that benefits pause and asks staff to call; the earliest after grace says that they are on
 * hold; the others send a reminder and nothing in turn.
 */
export function dunningSteps(policies: DunningPolicies): readonly DunningStep[] {
  const { retryDays, graceDays } = policies;
  const last = retryDays.at(-1);
  const between = retryDays.slice(1, -1);
  const pause = between.findLast((day) => day <= graceDays);
  const hold = between.find((day) => day > graceDays);
  const others = between.filter((day) => day !== pause && day !== hold);
  return retryDays.map((day): DunningStep => {
    const step = { day, charge: true };
    if (day === 0) return { ...step, message: 'first', staff: day === last ? 'decide' : 'flag' };
    if (day === last) return { ...step, message: 'final', staff: 'decide' };
    if (day === pause) return { ...step, message: 'benefits_pause', staff: 'call' };
    if (day === hold) return { ...step, message: 'on_hold' };
    return others.indexOf(day) % 2 === 0 ? { ...step, message: 'reminder' } : step;
  });
}

/** The step as it is after a decline: what cannot succeed is not charged, the message goes all the same (D3, A3). */
export function stepAfterDecline(step: DunningStep, declined: DeclineClass): DunningStep {
  return declined === 'hard' || declined === 'authentication' ? { ...step, charge: false } : step;
}

/** The first step after a day; undefined when the schedule has ended. */
export function nextStepAfter(steps: readonly DunningStep[], day: number): DunningStep | undefined {
  return steps.find((step) => step.day > day);
}

/** When a step is due: on its local day, at the membership's own second of the renewal window (rule D1). */
export function stepInstant(
  billDate: LocalDate,
  step: DunningStep,
  membershipId: string,
  window: RenewalWindow,
  timeZone: string,
): Instant {
  return renewalInstant(addDays(billDate, step.day), membershipId, window, timeZone);
}

/** Whether paid credits are usable while the bill of `billDate` is open: until grace ends with its last day (rule G2). */
export function accessOn(
  billDate: LocalDate,
  today: LocalDate,
  policies: Pick<DunningPolicies, 'graceDays'>,
): 'full' | 'frozen' {
  return daysBetween(billDate, today) <= policies.graceDays ? 'full' : 'frozen';
}

const hourMs = 60 * 60 * 1000;
const technicalWaitsMs: readonly number[] = [hourMs, 2 * hourMs, 4 * hourMs];

/**
 * When to try again after a technical failure at `at`, `tries` retries having failed the same way: after one, two, four
 * hours, then not before the next step. Not a step and no message (rule D3).
 */
export function technicalRetry(at: Instant, tries: number): Instant | undefined {
  const wait = technicalWaitsMs[tries];
  return wait === undefined ? undefined : at + wait;
}
