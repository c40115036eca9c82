import type { BucketView, CreditGroup, MembershipView, PlanView, ServiceView } from '../../../shared/contract/views.ts';
import type { CreditKind } from '../../../shared/domain/credit-account.ts';
import type { Benefit } from '../../../shared/domain/plan.ts';

/** What the screens about benefits read of the dashboard. */
export interface Given {
  readonly today: string;
  readonly memberships: readonly MembershipView[];
  readonly credits: readonly CreditGroup[];
  readonly services: readonly ServiceView[];
}

export type Uncounted = Extract<Benefit, { kind: 'discount' | 'unlimited' }>;

/** Discounts and unlimited services of the memberships whose benefits can be used today; in a pause they rest (rule P3). */
export const alwaysIncluded = (memberships: readonly MembershipView[]): Uncounted[] =>
  memberships
    .filter(({ status, usability }) => usability === 'usable' && status !== 'paused')
    .flatMap(({ plan }) => plan.benefits)
    .filter((benefit) => benefit.kind === 'discount' || benefit.kind === 'unlimited');

/** True when there is a membership and none of them may be used today: urging to use anything would then be wrong. */
export const areResting = (memberships: readonly MembershipView[]): boolean =>
  memberships.length > 0 &&
  memberships.every(
    // What rests in a pause is not among what is shown.
    ({ usability, pause }) => usability === 'not_yet' || (usability === 'on_hold' && pause?.benefits !== 'frozen'),
  );

/**
 * Visits left of what memberships include, over all services, to be said once; undefined where one line says it
 * already, or none are counted. What the salon added is no plan's, and what outlives its membership is included in none.
 */
export function includedVisitsLeft(
  credits: readonly CreditGroup[],
  memberships: readonly Pick<MembershipView, 'membershipId' | 'usability'>[],
): number | undefined {
  const running = memberships.filter(({ usability }) => usability !== 'over').map(({ membershipId }) => membershipId);
  const isIncluded = ({ source }: BucketView) => source.kind === 'membership' && running.includes(source.membershipId);
  const counted = credits
    .filter(({ kind }) => kind === 'visits')
    .map(({ buckets }) => sumOf(buckets.filter(isIncluded)))
    .filter((left) => left > 0);
  return counted.length < 2 ? undefined : counted.reduce((sum, left) => sum + left, 0);
}

const sumOf = (buckets: readonly BucketView[]): number => buckets.reduce((sum, { available }) => sum + available, 0);

/** What is left of credits that expire soon, by last day, the nearest first. */
export function expiringSoon(credits: readonly CreditGroup[]) {
  const byDay = new Map<string, { kind: CreditKind; serviceIds: readonly string[]; units: number }[]>();
  for (const { kind, serviceIds, buckets } of credits) {
    for (const { available, expiresOn, expiresSoon } of buckets) {
      if (!expiresSoon || expiresOn === undefined || available === 0) continue;
      byDay.set(expiresOn, [...(byDay.get(expiresOn) ?? []), { kind, serviceIds, units: available }]);
    }
  }
  return [...byDay].map(([day, parts]) => ({ day, parts })).sort((a, b) => a.day.localeCompare(b.day));
}

/** The memberships to show as cards: those that are not over, or the latest one when all are. */
export function shownMemberships(memberships: readonly MembershipView[]): readonly MembershipView[] {
  const current = memberships.filter(({ usability }) => usability !== 'over');
  if (current.length > 0) return current;
  return [...memberships].sort((a, b) => b.period.end.localeCompare(a.period.end)).slice(0, 1);
}

/** Plans on offer that cost more for the same interval. */
export const largerPlans = (own: PlanView, offered: readonly PlanView[]): PlanView[] =>
  offered.filter(
    ({ planId, price, interval }) =>
      planId !== own.planId &&
      price.currency === own.price.currency &&
      price.amount > own.price.amount &&
      interval.unit === own.interval.unit &&
      interval.count === own.interval.count,
  );
