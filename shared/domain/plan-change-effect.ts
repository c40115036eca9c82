import { nextPeriod } from './billing-schedule.ts';
import { addDays, billDate, periodAt, periodContaining } from './calendar.ts';
import { firstDayOf, type Membership } from './membership.ts';
import { scheduleOf } from './pause-schedule.ts';
import type { PlanVersion } from './plan.ts';
import { isSameInterval } from './plan-comparison.ts';
import type { ChangeTerms, PendingChange } from './plan-quote.ts';
import { Refusal, refuseUnless } from './refusal.ts';
import type { Anchor, Instant, LocalDate, Period } from './time.ts';

/**
 * The membership on another version from a period on. What was agreed for another plan ends with that plan, except that a
 * commitment never gets shorter; a new version of the same plan goes on with what was agreed.
 */
function onVersion(
  { pendingChange: _, ...membership }: Membership,
  plan: PlanVersion,
  to: PlanVersion,
  { period, anchor }: { readonly period: Period; readonly anchor: Anchor },
): Membership {
  const moved: Membership = {
    ...membership,
    planId: to.planId,
    planVersion: to.version,
    anchor,
    beganOn: firstDayOf(membership, plan),
  };
  if (to.planId === plan.planId) return moved;
  const { lastDay: __, keepsVersion: ___, ...rest } = moved;
  const until = (periods: number) => addDays(billDate(anchor, period.index + periods), -1);
  const agreed = to.commitmentPeriods === undefined ? undefined : until(to.commitmentPeriods);
  const { committedUntil } = membership;
  return {
    ...rest,
    ...(to.renewal.kind === 'fixed_term' ? { lastDay: until(to.renewal.periods) } : {}),
    ...(agreed === undefined || (committedUntil !== undefined && committedUntil > agreed)
      ? {}
      : { committedUntil: agreed }),
  };
}

/** The membership after a change today, in the period of the terms. */
export function changedNow(membership: Membership, plan: PlanVersion, to: PlanVersion, terms: ChangeTerms): Membership {
  const { period, anchor = membership.anchor } = terms;
  return { ...onVersion(membership, plan, to, { period, anchor }), period };
}

/** The membership with a change that waits for its bill date; it takes the place of one that waited before. */
export function scheduled(
  membership: Membership,
  terms: Pick<ChangeTerms, 'to' | 'effectiveOn'>,
  why: Pick<PendingChange, 'reason' | 'quoteId' | 'toldBy'> & { readonly at: Instant },
): Membership {
  const { to, effectiveOn } = terms;
  const { at, ...more } = why;
  return {
    ...membership,
    pendingChange: {
      planId: to.planId,
      planVersion: to.version,
      effectiveOn,
      decidedAt: at,
      ...more,
    },
  };
}

/**
 * The membership without the change that waits. A new version that everybody moves to is not taken back so: a member who
 * does not want it may cancel, and who manages the plans lets the membership stay (rule PC2). Refusals:
 * `no_pending_change`, `not_permitted`.
 */
export function withoutPending({ pendingChange, ...rest }: Membership): Membership {
  if (pendingChange === undefined) throw new Refusal('no_pending_change');
  refuseUnless(pendingChange.reason === 'requested', 'not_permitted');
  return rest;
}

/** The first bill on or after the day that a change waits for: a pause in between moves it. */
export function takesEffectOn(membership: Membership, { effectiveOn }: Pick<PendingChange, 'effectiveOn'>): LocalDate {
  const { anchor, period } = scheduleOf(membership) ?? membership;
  if (effectiveOn <= period.end) return period.end;
  const { start, end } = periodContaining(anchor, effectiveOn);
  return start === effectiveOn ? start : end;
}

/** A membership as its next bill finds it, with the version that this bill is for. */
export interface NextBill {
  readonly membership: Membership;
  readonly plan: PlanVersion;
  /** The period that the next payment opens. */
  readonly period: Period;
}

/**
 * What the next bill is for: from the bill date on which a change takes effect, the new version, its price and its
 * interval. `nextPlan` is the version that the pending change names. While an invoice is open, the bill is that one.
 */
export function atNextBill(
  given: { readonly membership: Membership; readonly plan: PlanVersion; readonly nextPlan: PlanVersion },
  today: LocalDate,
): NextBill {
  const { membership, plan, nextPlan } = given;
  const period = nextPeriod(membership, today);
  const { pendingChange, due } = membership;
  if (pendingChange === undefined || due !== undefined || pendingChange.effectiveOn > period.start) {
    return { membership, plan, period };
  }
  const isSame = isSameInterval(plan.interval, nextPlan.interval);
  const anchor: Anchor = isSame
    ? membership.anchor
    : { date: period.start, interval: nextPlan.interval, index: Math.max(0, period.index) };
  const changed = onVersion(membership, plan, nextPlan, { period, anchor });
  return { membership: changed, plan: nextPlan, period: periodAt(anchor, period.index) };
}
