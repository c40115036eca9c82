import type { BucketView, CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import { type CountedBenefit, isCounted } from '../../../shared/domain/plan.ts';
import { dayCount } from '../../../shared/wording/format.ts';

export const countedOf = ({ plan }: Pick<MembershipView, 'plan'>): CountedBenefit[] => plan.benefits.filter(isCounted);

const servicesOf = ({ serviceIds }: { readonly serviceIds: readonly string[] }) => [...serviceIds].sort().join(' ');

/** What is left for exactly what a benefit is for. */
const leftFor = (benefit: CountedBenefit, credits: readonly CreditGroup[]): CreditGroup | undefined =>
  credits.find(
    (group) => group.kind === benefit.kind && group.available > 0 && servicesOf(group) === servicesOf(benefit),
  );

export interface UsedUp {
  readonly benefit: CountedBenefit;
  /** The day on which the next come; absent when none will. */
  readonly nextOn: string | undefined;
}

/**
 * Counted benefits of which nothing is left today, of memberships in a running period that can be used. After a period
 * nothing is said: what was left may have expired rather than been used.
 */
export function usedUp(
  memberships: readonly MembershipView[],
  credits: readonly CreditGroup[],
  today: string,
): UsedUp[] {
  return memberships
    .filter(({ usability, period }) => usability === 'usable' && period.start <= today && today < period.end)
    .flatMap((membership) =>
      countedOf(membership)
        .filter((benefit) => leftFor(benefit, credits) === undefined)
        .map((benefit) => ({
          benefit,
          nextOn: membership.nextBill.kind === 'on' ? membership.nextBill.date : undefined,
        })),
    );
}

/**
 * What is left of a period's benefit, and the first day on which that can no longer be used: the day after its last,
 * where all of it came with this period and ends with it. Undefined where several last days would need several sentences.
 */
export function usableBefore(
  benefit: CountedBenefit,
  { membershipId, period }: Pick<MembershipView, 'membershipId' | 'period'>,
  credits: readonly CreditGroup[],
): { readonly units: number; readonly before: string } | undefined {
  const ofThisPeriod = ({ source, grantedOn, expiresOn }: BucketView) =>
    source.kind === 'membership' &&
    source.membershipId === membershipId &&
    grantedOn === period.start &&
    expiresOn !== undefined &&
    dayCount(expiresOn, period.end) === 1;
  const left = leftFor(benefit, credits);
  return left?.buckets.every(ofThisPeriod) ? { units: left.available, before: period.end } : undefined;
}

/** Memberships that have not begun, when no other is there to be used meanwhile. */
export const startingLater = (memberships: readonly MembershipView[], today: string): readonly MembershipView[] =>
  memberships.filter(({ status, since }) => status === 'scheduled' && since > today);
