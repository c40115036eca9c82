import * as z from 'zod/mini';
import { addDays, billDate, periodContaining } from './calendar.ts';
import { CancelReason } from './cancel-reason.ts';
import { Charge, Due } from './charge.ts';
import { LocationId, MemberId, MembershipId, PlanId } from './ids.ts';
import { isFinal, type LifecycleEvent, MembershipStatus, mayHappen, statusAfter } from './lifecycle.ts';
import { endOfTerm } from './pause-schedule.ts';
import { PastPause, Pause } from './pause-terms.ts';
import { CreditsAfterCancel, type PlanVersion } from './plan.ts';
import { PendingChange } from './plan-quote.ts';
import { refuseUnless } from './refusal.ts';
import { Anchor, Instant, type LocalDate, LocalDate as LocalDateSchema, Period } from './time.ts';

export const PaymentMode = z.enum(['at_the_desk', 'card']);
export type PaymentMode = z.infer<typeof PaymentMode>;

/**
 * One person's membership of one version of a plan. `period` is the last one that was opened (its credits granted);
 * `lastDay` ends a fixed term; `cancelOn` is the first day without it. While `charge` is there, money is being taken; while
 * `due` is there, an invoice is open. Never both outlive their outcome. While `pause` is there, the dates that hold are
 * those of `scheduleOf`.
 */
export const Membership = z.strictObject({
  membershipId: MembershipId,
  memberId: MemberId,
  planId: PlanId,
  planVersion: z.int().check(z.minimum(1)),
  status: MembershipStatus,
  anchor: Anchor,
  period: Period,
  lastDay: z.optional(LocalDateSchema),
  cancelOn: z.optional(LocalDateSchema),
  /** The pause that was agreed on: to come, running, or over and not in the books yet. */
  pause: z.optional(Pause),
  /** The pause that a cancellation has put off: taken back in time, it takes place after all (rule K3). */
  putOffPause: z.optional(Pause),
  /** The pauses before it, oldest first: what limits count (rule P5). */
  pauses: z.optional(z.array(PastPause)),
  /** What pausing costs, in minor units: stands on the next bill (rule P6). */
  pauseFee: z.optional(z.int().check(z.minimum(1))),
  actionRequired: z.optional(z.boolean()),
  /** Who collects the money: the front desk, or renewals by the card on file. */
  payment: PaymentMode,
  /** The place whose tax applies (rule T6). */
  locationId: z.optional(LocationId),
  /** The first day with benefits, where the anchor does not tell any more: the plan was changed since. */
  beganOn: z.optional(LocalDateSchema),
  /** Another plan or another version of it from a coming bill date on. */
  pendingChange: z.optional(PendingChange),
  /** Staff have said that it stays on its version when the others move to a newer one (rule PC1). */
  keepsVersion: z.optional(z.literal(true)),
  /** The last day of what was agreed at least. */
  committedUntil: z.optional(LocalDateSchema),
  charge: z.optional(Charge),
  due: z.optional(Due),
  /** Notices about the coming bill that have gone out. */
  noticesSent: z.optional(z.array(z.string())),
  /** Why it ended, for those that were ended by us. */
  endedBecause: z.optional(z.enum(['payment_failed', 'first_payment_missing', 'requested'])),
  /** It ended in the course of `cancelOn`, which was a day with it until then. */
  endedAtOnce: z.optional(z.literal(true)),
  /** While it is cancelled: what the credits become at its end, as it was said then (rule K2). */
  creditsAfterCancel: z.optional(CreditsAfterCancel),
  /** Why, as far as anybody said (rule K4). */
  cancelReason: z.optional(CancelReason),
  /** The membership of the same plan that this person had before (rule 2: coming back is a new one). */
  rejoinedFrom: z.optional(MembershipId),
  /** The version of the time zone database that the next instant was computed with (rule T5). */
  tzdata: z.optional(z.string()),
  /** Others who may use its visits (rule C10). */
  beneficiaries: z.optional(z.array(z.strictObject({ memberId: MemberId, since: LocalDateSchema }))),
  enrolledVia: z.enum(['staff', 'online']),
  enrolledAt: Instant,
});
export type Membership = z.infer<typeof Membership>;

/** How far back a first bill date may lie, so that members of an older system can be brought over, and how far ahead. */
export const earliestStartDays = 800;
export const latestStartDays = 365;

/**
 * Opens a membership whose anchor is `startsOn`. With a start in the past, the period that contains today is opened;
 * with one in the future, the membership is `scheduled`: paid at the desk, its first period is already known; paid by
 * card, it waits as the empty period -1 until the first bill opens period 0. With a trial, the first days are period -1
 * with all benefits, however it is paid, and the anchor is the day after them.
 * Refusals: `start_out_of_range`, `plan_not_offered`, `already_enrolled`.
 */
export function enrol(request: {
  membershipId: string;
  memberId: string;
  plan: PlanVersion;
  startsOn: LocalDate;
  today: LocalDate;
  at: number;
  existing: readonly Membership[];
  payment?: PaymentMode;
  enrolledVia?: Membership['enrolledVia'];
  locationId?: string;
}): Membership {
  const { plan, startsOn, today, payment = 'at_the_desk', enrolledVia = 'staff', locationId } = request;
  refuseUnless(plan.offered, 'plan_not_offered');
  refuseUnless(
    startsOn >= addDays(today, -earliestStartDays) && startsOn <= addDays(today, latestStartDays),
    'start_out_of_range',
    { earliest: addDays(today, -earliestStartDays), latest: addDays(today, latestStartDays) },
  );
  refuseUnless(
    !request.existing.some((other) => other.planId === plan.planId && !isOver(other, today)),
    'already_enrolled',
  );

  const anchor = { date: addDays(startsOn, plan.trialDays ?? 0), interval: plan.interval };
  const until = (periods: number) => addDays(billDate(anchor, periods), -1);
  const lastDay = plan.renewal.kind === 'fixed_term' ? until(plan.renewal.periods) : undefined;
  const committedUntil = plan.commitmentPeriods === undefined ? undefined : until(plan.commitmentPeriods);
  const rejoinedFrom = latestOf(request.existing, plan.planId)?.membershipId;
  return {
    membershipId: request.membershipId,
    memberId: request.memberId,
    planId: plan.planId,
    planVersion: plan.version,
    status: startsOn > today ? 'scheduled' : statusAfter('scheduled', 'first_day'),
    anchor,
    period: firstPeriod(anchor, { startsOn, today, lastDay, payment }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(committedUntil === undefined ? {} : { committedUntil }),
    ...(locationId === undefined ? {} : { locationId }),
    ...(rejoinedFrom === undefined ? {} : { rejoinedFrom }),
    payment,
    enrolledVia,
    enrolledAt: request.at,
  };
}

const latestOf = (memberships: readonly Membership[], planId: string): Membership | undefined =>
  memberships.filter((other) => other.planId === planId).sort((a, b) => b.enrolledAt - a.enrolledAt)[0];

function firstPeriod(
  anchor: Anchor,
  given: { startsOn: LocalDate; today: LocalDate; lastDay: LocalDate | undefined; payment: PaymentMode },
): Period {
  const { startsOn, today, lastDay, payment } = given;
  if (anchor.date > startsOn && today < anchor.date) return { index: -1, start: startsOn, end: anchor.date };
  if (payment === 'card' && startsOn > today) return waitingFor(anchor.date);
  const opened = periodContaining(anchor, startsOn > today ? startsOn : today);
  return lastDay !== undefined && opened.start > lastDay ? periodContaining(anchor, lastDay) : opened;
}

/** Period -1 of a membership that waits for its first payment: it has no day, so it opens nothing. */
export const waitingFor = (firstBill: LocalDate): Period => ({ index: -1, start: firstBill, end: firstBill });

export const isWaiting = ({ period }: Pick<Membership, 'period'>): boolean => period.start === period.end;

/** The last day with a membership that ends on a known day: of one that is ended at once, that very day. */
export const lastDayWith = ({ endedAtOnce }: Pick<Membership, 'endedAtOnce'>, firstDayAfter: LocalDate): LocalDate =>
  endedAtOnce ? firstDayAfter : addDays(firstDayAfter, -1);

/** True of the free days before the first bill. */
export const isTrial = (membership: Pick<Membership, 'period'>): boolean =>
  membership.period.index < 0 && !isWaiting(membership);

/** The first day without the membership, when that is known: the one it was cancelled for, or the end of its term. */
export function firstDayWithout(membership: Membership): LocalDate | undefined {
  const { cancelOn } = membership;
  const lastDay = endOfTerm(membership);
  const afterTerm = lastDay === undefined ? undefined : addDays(lastDay, 1);
  if (cancelOn === undefined || afterTerm === undefined) return cancelOn ?? afterTerm;
  return cancelOn < afterTerm ? cancelOn : afterTerm;
}

/** The first day with benefits: that of the trial, when the plan begins with one. */
export const firstDayOf = (
  { anchor, beganOn }: Pick<Membership, 'anchor' | 'beganOn'>,
  plan: Pick<PlanVersion, 'trialDays'>,
): LocalDate => beganOn ?? addDays(anchor.first ?? anchor.date, -(plan.trialDays ?? 0));

/** What has happened to a membership by `today` through nothing but its dates, in the order in which it counts. */
function datesUntil(membership: Membership, today: LocalDate): readonly LifecycleEvent[] {
  const { period, pause, cancelOn } = membership;
  const lastDay = endOfTerm(membership);
  return [
    ...(period.start <= today ? (['first_day'] as const) : []),
    ...(pause !== undefined && pause.from <= today ? (['pause_begins'] as const) : []),
    ...(pause?.until !== undefined && pause.until <= today ? (['pause_ends'] as const) : []),
    ...(cancelOn !== undefined && cancelOn <= today ? (['cancellation_due'] as const) : []),
    ...(lastDay !== undefined && lastDay < today ? (['term_ended'] as const) : []),
  ];
}

/** The status on a day: starting, pausing and ending by date need no job. */
export const statusOn = (membership: Membership, today: LocalDate): MembershipStatus =>
  datesUntil(membership, today).reduce(
    (status, event) => (mayHappen(status, event) ? statusAfter(status, event) : status),
    membership.status,
  );

export const isOver = (membership: Membership, today: LocalDate): boolean => isFinal(statusOn(membership, today));
