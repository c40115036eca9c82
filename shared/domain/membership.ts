import * as z from 'zod/mini';
import { addDays, billDate, periodContaining } from './calendar.ts';
import { MemberId, MembershipId, PlanId } from './ids.ts';
import type { PlanVersion } from './plan.ts';
import { refuseUnless } from './refusal.ts';
import { Anchor, Instant, type LocalDate, LocalDate as LocalDateSchema, Period } from './time.ts';

/** The eight states of rule 2. `cancelled` and `expired` are final: coming back is a new membership. */
export const MembershipStatus = z.enum([
  'incomplete',
  'scheduled',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'cancelled',
  'expired',
]);
export type MembershipStatus = z.infer<typeof MembershipStatus>;

/**
 * One person's membership of one version of a plan. `period` is the last one that was opened (its credits granted);
 * `lastDay` ends a fixed term; `cancelOn` is the first day without it; `pausedUntil` the day it resumes.
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
  pausedUntil: z.optional(LocalDateSchema),
  actionRequired: z.optional(z.boolean()),
  /** Who collects the money: until cards are on file, the front desk. */
  payment: z.enum(['at_the_desk']),
  enrolledVia: z.enum(['staff', 'online']),
  enrolledAt: Instant,
});
export type Membership = z.infer<typeof Membership>;

/** How far back a first bill date may lie, so that members of an older system can be brought over, and how far ahead. */
export const earliestStartDays = 800;
export const latestStartDays = 365;

/**
 * Opens a membership whose anchor is `startsOn`. With a start in the past, the period that contains today is opened;
 * with one in the future, the membership is `scheduled` and its first period is already known.
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
}): Membership {
  const { plan, startsOn, today } = request;
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

  const anchor = { date: startsOn, interval: plan.interval };
  const lastDay = plan.renewal.kind === 'fixed_term' ? addDays(billDate(anchor, plan.renewal.periods), -1) : undefined;
  const opened = periodContaining(anchor, startsOn > today ? startsOn : today);
  const period = lastDay !== undefined && opened.start > lastDay ? periodContaining(anchor, lastDay) : opened;
  return {
    membershipId: request.membershipId,
    memberId: request.memberId,
    planId: plan.planId,
    planVersion: plan.version,
    status: startsOn > today ? 'scheduled' : 'active',
    anchor,
    period,
    ...(lastDay === undefined ? {} : { lastDay }),
    payment: 'at_the_desk',
    enrolledVia: 'staff',
    enrolledAt: request.at,
  };
}

/** The status on a day: starting and ending by date need no job. */
export function statusOn(membership: Membership, today: LocalDate): MembershipStatus {
  if (membership.cancelOn !== undefined && membership.cancelOn <= today) return 'cancelled';
  if (membership.lastDay !== undefined && membership.lastDay < today) {
    return membership.status === 'cancelled' ? 'cancelled' : 'expired';
  }
  if (membership.status === 'scheduled' && membership.anchor.date <= today) return 'active';
  return membership.status;
}

export function isOver(membership: Membership, today: LocalDate): boolean {
  const status = statusOn(membership, today);
  return status === 'cancelled' || status === 'expired';
}
