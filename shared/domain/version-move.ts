import { nextPeriod } from './billing-schedule.ts';
import { firstDayWithout, isOver, type Membership, statusOn } from './membership.ts';
import { asBilledNext, isPauseOver } from './pause.ts';
import { scheduleOf } from './pause-schedule.ts';
import { periodLines, totalOf } from './period-invoice.ts';
import type { PlanTerms, PlanVersion } from './plan.ts';
import { scheduled } from './plan-change-effect.ts';
import { refuseUnless } from './refusal.ts';
import type { TaxRule } from './tax.ts';
import type { Instant, LocalDate, Period } from './time.ts';
import type { VersionExclusion } from './version-exclusion.ts';
import { firstMoveDay, isNoWorse, isSameKind } from './version-notice.ts';

/** What deciding whether a membership moves to a new version of its plan reads. */
export interface MoveContext {
  /** The version that it is on. */
  readonly plan: PlanVersion;
  readonly tax: TaxRule | undefined;
  readonly today: LocalDate;
  readonly at: Instant;
  /** Whether mail reaches the member: who cannot be told is not charged more. */
  readonly isReachable: boolean;
  /** Names the announcement that tells the member. */
  readonly toldBy?: string;
}

/** What members are moved to, and the first day on which a bill may be of it. */
export interface VersionMove {
  readonly to: PlanVersion;
  readonly from: LocalDate;
}

/** The first bill on the new version beside what it would have been; minor units, tax included. */
export interface MovedBill {
  readonly on: LocalDate;
  readonly before: number;
  readonly after: number;
}

/** What moving does to one membership. `none`: it is of another plan, or over. */
export type Moving =
  | { readonly kind: 'moves'; readonly membership: Membership; readonly bill: MovedBill }
  /** It waits for its bill already. */
  | { readonly kind: 'is_moved'; readonly bill: MovedBill }
  | { readonly kind: 'on_version' }
  | { readonly kind: 'excluded'; readonly why: VersionExclusion }
  | { readonly kind: 'none' };

/** True of a membership that waits for the bill of this version, because everybody moves to it. */
export const waitsForVersion = (
  { pendingChange }: Pick<Membership, 'pendingChange'>,
  { planId, version }: Pick<PlanVersion, 'planId' | 'version'>,
): boolean =>
  pendingChange?.reason === 'new_version' && pendingChange.planId === planId && pendingChange.planVersion === version;

/**
 * Decides on one membership: nothing is charged now, what it has stays, and the first bill after the notice is the first
 * at the new price (rule PC2). What was agreed for longer is kept: such a membership is left out while the new version
 * costs more or gives less.
 */
export function moveFor(membership: Membership, { to, from }: VersionMove, context: MoveContext): Moving {
  const { plan, tax, today, at, isReachable, toldBy } = context;
  if (membership.planId !== to.planId || isOver(membership, today)) return { kind: 'none' };
  if (waitsForVersion(membership, to)) {
    const { effectiveOn = from } = membership.pendingChange ?? {};
    const { pause: _, ...unpaused } = membership;
    // While a pause without an end moves the bill, it is said as it stands without one.
    const bill = firstBillFrom(membership, effectiveOn, today) ?? firstBillFrom(unpaused, effectiveOn, today);
    return bill === undefined ? { kind: 'none' } : { kind: 'is_moved', bill: pricesOf(bill, plan, to, tax) };
  }
  if (membership.planVersion >= to.version) return { kind: 'on_version' };
  const why = standsInTheWay(membership, to, context);
  if (why !== undefined) return { kind: 'excluded', why };
  const noWorse = isNoWorse(plan, to);
  const earliest = firstMoveDay(noWorse, today);
  const period = firstBillFrom(membership, from > earliest ? from : earliest, today);
  if (period === undefined) return { kind: 'excluded', why: 'open_pause' };
  const end = firstDayWithout(membership);
  if (end !== undefined && end <= period.start) return { kind: 'excluded', why: 'ending' };
  if (!noWorse && isAgreedAt(membership, plan, to, period)) return { kind: 'excluded', why: 'agreed' };
  if (!noWorse && !isReachable) return { kind: 'excluded', why: 'not_reachable' };
  const named = { planId: to.planId, version: to.version };
  const moved = scheduled(
    membership,
    { to: named, effectiveOn: period.start },
    {
      ...{ reason: 'new_version', at },
      ...(toldBy === undefined ? {} : { toldBy }),
    },
  );
  return { kind: 'moves', membership: moved, bill: pricesOf(period, plan, to, tax) };
}

/** Why it cannot move, whatever the day. */
function standsInTheWay(membership: Membership, to: PlanVersion, context: MoveContext): VersionExclusion | undefined {
  const { plan, today } = context;
  const { period, pendingChange, cancelOn, due, payment } = membership;
  const status = statusOn(membership, today);
  if (membership.charge !== undefined || isPauseOver(membership, today)) return 'busy';
  if (membership.keepsVersion) return 'kept';
  if (cancelOn !== undefined) return 'ending';
  if (pendingChange !== undefined) return 'own_change';
  if (status === 'incomplete' || status === 'scheduled' || period.index < 0) return 'not_begun';
  if (due !== undefined || status === 'past_due' || status === 'unpaid') return 'payment_open';
  // On the bill date the card is about to be asked; a bill that is paid at the desk is waited for.
  if (status === 'active' && period.end <= today) return payment === 'card' ? 'busy' : 'payment_open';
  return isSameKind(plan, to) ? undefined : 'other_terms';
}

/** True while a minimum time, a fixed term or an introductory price lasts beyond the first day of a period. */
function isAgreedAt(membership: Membership, plan: PlanTerms, to: PlanTerms, { start, index }: Period): boolean {
  const { committedUntil, lastDay } = scheduleOf(membership) ?? membership;
  const introductory = Math.max(plan.intro?.periods ?? 0, to.intro?.periods ?? 0);
  return (committedUntil !== undefined && committedUntil >= start) || lastDay !== undefined || index < introductory;
}

/**
 * The period that the first bill on or after a day opens, with the pause that is agreed on in it; undefined while a pause
 * without an end makes it unknown.
 */
export function firstBillFrom(membership: Membership, from: LocalDate, today: LocalDate): Period | undefined {
  let billed = membership;
  for (;;) {
    if (scheduleOf(billed) === undefined) return undefined;
    billed = asBilledNext(billed);
    const period = nextPeriod(billed, today);
    if (period.start >= from) return period;
    billed = { ...billed, period };
  }
}

const pricesOf = (period: Period, plan: PlanVersion, to: PlanVersion, tax: TaxRule | undefined): MovedBill => ({
  on: period.start,
  before: totalOf(periodLines(plan, period, tax)),
  after: totalOf(periodLines(to, period, tax)),
});

/**
 * Says of a membership that it stays on its version, or that it does not have to any more. What it waits for is called
 * off with it. Refusals: `membership_not_running`, `payment_in_progress` while a bill of the new version is being charged.
 */
export function stayOnVersion(membership: Membership, keeps: boolean, today: LocalDate): Membership {
  refuseUnless(!isOver(membership, today), 'membership_not_running');
  const { keepsVersion: _, ...released } = membership;
  if (!keeps) return released;
  const waits = membership.pendingChange?.reason === 'new_version';
  refuseUnless(!waits || membership.charge === undefined, 'payment_in_progress');
  return { ...(waits ? withoutVersion(membership) : membership), keepsVersion: true };
}

/** The membership as if it had not been moved. */
export function withoutVersion({ pendingChange: _, ...rest }: Membership): Membership {
  return rest;
}
