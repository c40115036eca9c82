import type { CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import type { Benefit } from '../../../shared/domain/plan.ts';

export type Uncounted = Extract<Benefit, { kind: 'discount' | 'unlimited' }>;

/** Discounts and unlimited services of the memberships whose benefits can be used today. */
export const alwaysIncluded = (memberships: readonly MembershipView[]): Uncounted[] =>
  memberships
    .filter(({ usability }) => usability === 'usable')
    .flatMap(({ plan }) => plan.benefits)
    .filter((benefit) => benefit.kind === 'discount' || benefit.kind === 'unlimited');

/** Visits left over all services, to be said once; undefined where one line says it already, or none are counted. */
export function includedVisitsLeft(credits: readonly CreditGroup[]): number | undefined {
  const counted = credits.filter(({ kind }) => kind === 'visits');
  if (counted.length < 2) return undefined;
  return counted.reduce((sum, { available }) => sum + available, 0);
}

/** The memberships to show as cards: those that are not over, or the latest one when all are. */
export function shownMemberships(memberships: readonly MembershipView[]): readonly MembershipView[] {
  const current = memberships.filter(({ usability }) => usability !== 'over');
  if (current.length > 0) return current;
  return [...memberships].sort((a, b) => b.period.end.localeCompare(a.period.end)).slice(0, 1);
}
