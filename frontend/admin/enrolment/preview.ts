import type { Policies } from '../../../shared/domain/business.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { earliestStartDays, enrol, latestStartDays } from '../../../shared/domain/membership.ts';
import type { Benefit, PlanVersion } from '../../../shared/domain/plan.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type Standing, standingOf } from '../../../shared/domain/standing.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

export interface EnrolmentPreview {
  readonly standing: Standing;
  /** Benefits that are given as credits of the opened period. */
  readonly credits: readonly Benefit[];
  /** Their last day. */
  readonly useBy: LocalDate;
}

/** The days a membership may start on. */
export const startRange = (today: LocalDate) => ({
  earliest: addDays(today, -earliestStartDays),
  latest: addDays(today, latestStartDays),
});

/**
 * What enrolling would do, by the rule that does it: the decision, not committed. Undefined where it would be refused
 * for the start date or the plan; whether the client has this plan already is for the caller to know.
 */
export function previewEnrolment(
  plan: PlanVersion,
  startsOn: LocalDate,
  today: LocalDate,
  policies: Policies,
): EnrolmentPreview | undefined {
  try {
    const membership = enrol({
      membershipId: 'preview',
      memberId: 'preview',
      plan,
      startsOn,
      today,
      at: 0,
      existing: [],
    });
    return {
      standing: standingOf(membership, today, policies),
      credits: plan.benefits.filter(({ kind }) => kind === 'visits' || kind === 'allowance'),
      useBy: addDays(membership.period.end, -1),
    };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
