import * as z from 'zod/mini';
import { announcedBills, NoteworthyBill } from './billing-notice.ts';
import type { Business } from './business.ts';
import { addDays } from './calendar.ts';
import { cancel } from './cancellation.ts';
import { takeBackWithin } from './credit-transfer.ts';
import { restoreExtensionDays } from './credit-use.ts';
import { accessOn, dunningSteps } from './dunning.ts';
import { mostFrozenDays } from './frozen-days.ts';
import { enrol, type Membership } from './membership.ts';
import { scheduleOf } from './pause-schedule.ts';
import { type Pause, PauseBenefits, PauseDates, PauseFee } from './pause-terms.ts';
import { lineOf } from './period-invoice.ts';
import type { PlanVersion } from './plan.ts';
import { TaxRule } from './tax.ts';
import { TermPayments, termPayments } from './term-payments.ts';

/**
 * What a plan means in this business: the facts that its terms in plain words are made of (001-079). Each is the answer
 * of the function that decides in earnest, so the words cannot promise what is not done.
 */
export const PlanRules = z.strictObject({
  /** The tax of the place; absent where none is shown. */
  tax: z.optional(TaxRule),
  /** What a period costs once all that is special about the first ones is over: minor units, tax included. */
  gross: z.int(),
  term: z.optional(TermPayments),
  /** Whether somebody who cancels during the trial pays nothing; absent without a trial. */
  trialIsFree: z.optional(z.boolean()),
  announced: z.array(z.strictObject({ bill: NoteworthyBill, days: z.array(z.int()) })),
  unpaid: z.strictObject({
    /** Days after the first try on which a card is tried again. */
    triesAfterDays: z.array(z.int()),
    /** Days after the bill date for which what is left can be used. */
    usableDays: z.int(),
    /** Days after which the membership ends, and the bill with it. */
    endsAfterDays: z.int(),
    /** Whether cancelling meanwhile ends it at once, and the bill with it. */
    cancellingVoids: z.boolean(),
    /** What rests has its last day later by the days of it, so many at most; not only what ran out meanwhile. */
    clockStops: z.boolean(),
    givenBackDays: z.int(),
  }),
  pause: z.strictObject({
    dates: PauseDates,
    benefits: PauseBenefits,
    minDays: z.int(),
    maxDays: z.int(),
    perYear: z.int(),
    /** Minor units, tax included. */
    fee: z.optional(PauseFee),
    /** Whether members do it themselves. */
    byMember: z.boolean(),
    /** Whether it makes the time that was agreed at least longer; absent where none was agreed. */
    lengthensAgreed: z.optional(z.boolean()),
    /** Whether it makes the term longer; absent for a plan that renews. */
    lengthensTerm: z.optional(z.boolean()),
  }),
  /** Days that a visit can be used at least after it was given back. */
  restoredDays: z.int(),
  /** Hours within which what was passed on can be taken back. */
  takeBackHours: z.int(),
});
export type PlanRules = z.infer<typeof PlanRules>;

/** What a business decides for all its plans. */
type Deciding = Pick<Business, 'policies' | 'pauses' | 'features'>;

/** What `plan` means in its business and under the tax of a place. */
export function planRules(plan: PlanVersion, business: Deciding, tax: TaxRule | undefined): PlanRules {
  const { policies } = business;
  const term = termPayments(plan, tax);
  return {
    ...(tax === undefined ? {} : { tax }),
    gross: lineOf({ kind: 'item', text: plan.name }, plan.price.amount, tax).gross,
    ...(term === undefined ? {} : { term }),
    ...(plan.trialDays === undefined ? {} : { trialIsFree: trialIsFree(plan) }),
    announced: announcedBills(plan),
    unpaid: {
      triesAfterDays: dunningSteps(policies).flatMap(({ day, charge }) => (charge && day > 0 ? [day] : [])),
      usableDays: usableDays(policies),
      endsAfterDays: policies.cancelAfterDays,
      cancellingVoids: cancellingVoids(plan),
      clockStops: policies.frozenClockStops ?? false,
      givenBackDays: mostFrozenDays,
    },
    pause: pauseRules(plan, business, tax),
    restoredDays: restoreExtensionDays,
    takeBackHours: takeBackWithin / 3_600_000,
  };
}

// Any day will do: none of the answers depends on it.
const day = '2024-01-01';

/** Somebody who has just joined, as an example to ask the rules about. */
const example = (plan: PlanVersion): Membership =>
  enrol({
    ...{ membershipId: 'example', memberId: 'example', at: 0, existing: [], startsOn: day, today: day },
    plan: { ...plan, offered: true },
    payment: 'card',
  });

function trialIsFree(plan: PlanVersion): boolean {
  const joined = example(plan);
  return (cancel(joined, { when: 'period_end' }, day, plan).cancelOn ?? '9999') <= joined.anchor.date;
}

function cancellingVoids(plan: PlanVersion): boolean {
  const joined = example(plan);
  const { period } = joined;
  const due = {
    invoiceId: 'example.1',
    period,
    since: day,
    amount: 1,
    step: 0,
    attempts: 1,
    declineClass: 'soft' as const,
  };
  const after = cancel({ ...joined, status: 'past_due', due }, { when: 'period_end' }, day, plan);
  return after.cancelOn === day && after.due === undefined;
}

function pauseRules(
  plan: PlanVersion,
  { pauses: { fee, ...limits }, features }: Deciding,
  tax: TaxRule | undefined,
): PlanRules['pause'] {
  const { lastDay, committedUntil } = pausedOnce(plan, limits);
  return {
    ...limits,
    ...(fee === undefined
      ? {}
      : { fee: { ...fee, amount: lineOf({ kind: 'pause_fee', plan: plan.name }, fee.amount, tax).gross } }),
    byMember: features.memberPauses,
    ...(committedUntil === undefined ? {} : { lengthensAgreed: committedUntil }),
    ...(lastDay === undefined ? {} : { lengthensTerm: lastDay }),
  };
}

/** Which of the dates that somebody agreed to move with a pause that the next bill falls into. */
function pausedOnce(plan: PlanVersion, { dates, benefits }: Pick<Pause, 'dates' | 'benefits'>) {
  const { trialDays: _, ...billed } = plan;
  const before = example(billed);
  const { pausesExtendCommitment: extendsCommitment } = plan;
  const pause: Pause = {
    ...{ from: addDays(before.period.end, -1), until: addDays(before.period.end, 1), by: 'staff', agreedAt: 0 },
    ...{ dates, benefits, ...(extendsCommitment ? { extendsCommitment } : {}) },
  };
  const after = scheduleOf({ ...before, pause });
  const moves = (key: 'lastDay' | 'committedUntil') =>
    before[key] === undefined ? undefined : after?.[key] !== before[key];
  return { lastDay: moves('lastDay'), committedUntil: moves('committedUntil') };
}

function usableDays(policies: Business['policies']): number {
  let days = 0;
  while (accessOn(day, addDays(day, days + 1), policies) === 'full') days += 1;
  return days;
}
