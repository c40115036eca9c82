import { addDays } from './calendar.ts';
import type { Benefit, PlanTerms, PlanVersion } from './plan.ts';
import { compareBenefits, isSameInterval } from './plan-comparison.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/**
 * Whole days between the day on which members are told that they will pay more or get less, and their first bill of it.
 * The notice 20 days before that bill comes after them, so that no rule of a law or a card scheme is missed (rule M7).
 */
export const versionNoticeDays = 21;
/** What is proposed: a month, so that everybody has a bill at the old price in between. */
export const proposedNoticeDays = 30;

/**
 * The first day on which somebody who is decided on today may have a bill of the new version. The mail may leave on the
 * next morning, so the notice counts from the day after.
 */
export const firstMoveDay = (isNoWorse: boolean, today: LocalDate): LocalDate =>
  addDays(today, isNoWorse ? 1 : versionNoticeDays + 1);

/** What members do not get or pay by: names, and what counts when somebody joins. */
type Told = Omit<
  PlanTerms,
  'name' | 'tier' | 'description' | 'price' | 'benefits' | 'visitAllowance' | 'enrolmentFee' | 'intro' | 'trialDays'
>;

const restOf = (plan: PlanTerms): Told => {
  const { passingOn, sharing, creditsAfterCancel, pausesExtendCommitment, commitmentPeriods, renewal, interval } = plan;
  return { passingOn, sharing, creditsAfterCancel, pausesExtendCommitment, commitmentPeriods, renewal, interval };
};

const rolloverOf = (benefit: Benefit | undefined) =>
  benefit !== undefined && 'rollover' in benefit ? benefit.rollover : undefined;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * True when a version costs no more than another, gives at least as much, and leaves everything else as it is: then it
 * may be given without notice, and against no agreement (rule PC1).
 */
export const isNoWorse = (plan: PlanTerms, to: PlanTerms): boolean =>
  to.price.amount <= plan.price.amount &&
  isSame(restOf(plan), restOf(to)) &&
  compareBenefits(plan.benefits, to.benefits).every(
    ({ verdict, before, after }) =>
      verdict !== 'less' && (before === undefined || isSame(rolloverOf(before), rolloverOf(after))),
  );

/** A new version cannot change how long a period is, make a membership end by itself, or bind people for longer. */
export const isSameKind = (plan: PlanTerms, to: PlanTerms): boolean =>
  isSameInterval(plan.interval, to.interval) &&
  isSame(plan.renewal, to.renewal) &&
  (to.commitmentPeriods ?? 0) <= (plan.commitmentPeriods ?? 0);

/**
 * The first day from which members of earlier versions can be moved to one: the next if none of them pays more or gets
 * less. Refusals: `no_earlier_version`, `versions_too_different` when all of them are of another kind.
 */
export function earliestMove(versions: readonly PlanVersion[], to: PlanVersion, today: LocalDate): LocalDate {
  const earlier = versions.filter(({ planId, version }) => planId === to.planId && version < to.version);
  refuseUnless(earlier.length > 0, 'no_earlier_version');
  const movable = earlier.filter((version) => isSameKind(version, to));
  refuseUnless(movable.length > 0, 'versions_too_different');
  return firstMoveDay(
    movable.every((version) => isNoWorse(version, to)),
    today,
  );
}
