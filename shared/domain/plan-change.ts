import { addDays } from './calendar.ts';
import { statusAfter } from './lifecycle.ts';
import { firstDayWithout, isOver, type Membership, statusOn } from './membership.ts';
import { isPauseOver } from './pause.ts';
import { scheduleOf } from './pause-schedule.ts';
import type { PlanVersion } from './plan.ts';
import { isCheaper, isLonger, isSameInterval } from './plan-comparison.ts';
import type { ChangeWhen } from './plan-quote.ts';
import { Refusal, refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** A wish to change a membership's plan, with what decides whether it can be. `plan` is the version that it is on. */
export interface ChangeWish {
  readonly membership: Membership;
  readonly plan: PlanVersion;
  readonly to: PlanVersion;
  readonly when: ChangeWhen;
  readonly today: LocalDate;
  /** The same person's memberships, this one included. */
  readonly held: readonly Membership[];
}

/**
 * Whether a membership may change to a plan then (rules PC3, PC7, P8). Refusals: `payment_in_progress`,
 * `membership_paused`, `payment_open` while a bill is not paid, `membership_not_running`, `membership_ending` (details:
 * `lastDay`), `plan_not_offered`, `same_plan`, `already_enrolled` in the other plan, `within_commitment` (details: `until`)
 * for one that costs less, `change_only_next_period` for what cannot begin today, `try_again_later` in the minutes after a
 * pause.
 */
export function refuseChange(wish: ChangeWish): void {
  const { membership, plan, to, when, today, held } = wish;
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  refuseUnless(!isPauseOver(membership, today), 'try_again_later');
  const status = statusOn(membership, today);
  const isUnpaid = membership.due !== undefined || (status === 'active' && membership.period.end <= today);
  refuseUnless(status === 'paused' || (!isUnpaid && !['past_due', 'unpaid'].includes(status)), 'payment_open');
  statusAfter(status, when === 'now' ? 'change_plan_now' : 'change_plan_later');
  refuseEnding(wish);
  refuseUnless(to.offered, 'plan_not_offered');
  refuseUnless(to.planId !== plan.planId || to.version !== plan.version, 'same_plan');
  const isHeld = held.some(
    (other) => other.membershipId !== membership.membershipId && other.planId === to.planId && !isOver(other, today),
  );
  refuseUnless(!isHeld, 'already_enrolled');
  const { committedUntil } = scheduleOf(membership) ?? membership;
  if (committedUntil !== undefined && committedUntil >= membership.period.end && isCheaper(to, plan)) {
    throw new Refusal('within_commitment', { until: committedUntil });
  }
  refuseUnless(when === 'next_period' || mayBeginToday(wish), 'change_only_next_period');
}

function refuseEnding({ membership, when }: ChangeWish): void {
  const { cancelOn } = membership;
  const schedule = scheduleOf(membership);
  // Before a pause without an end nobody knows the next bill.
  refuseUnless(schedule !== undefined || when === 'now', 'membership_paused');
  const { period } = schedule ?? membership;
  const end = firstDayWithout(membership);
  const isTooLate = cancelOn !== undefined || (when === 'next_period' && end !== undefined && end <= period.end);
  if (isTooLate && end !== undefined) throw new Refusal('membership_ending', { lastDay: addDays(end, -1) });
}

/**
 * Something longer may begin today, and so may what costs at least as much for the same time; what costs less waits for
 * the next bill, as it is paid for until then (rule PC3). Before the first bill there is no paid day to count.
 */
function mayBeginToday({ membership: { period }, plan, to, today }: ChangeWish): boolean {
  if (period.index < 0 || period.start > today) return false;
  return isSameInterval(plan.interval, to.interval)
    ? to.price.amount >= plan.price.amount
    : isLonger(to.interval, plan.interval);
}

/** The moments at which a membership could change to a plan; the refusal that stands in the way of all when there is none. */
export function waysToChange(wish: Omit<ChangeWish, 'when'>): { ways: ChangeWhen[]; refusal?: Refusal } {
  const ways: ChangeWhen[] = [];
  let refusal: Refusal | undefined;
  for (const when of ['now', 'next_period'] as const) {
    try {
      refuseChange({ ...wish, when });
      ways.push(when);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal = error;
    }
  }
  return ways.length > 0 || refusal === undefined ? { ways } : { ways, refusal };
}
