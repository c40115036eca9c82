import * as z from 'zod/mini';
import type { CreditAccount, Entry } from './credit-account.ts';
import { isOfMembership } from './credit-transfer.ts';
import { MemberId, MembershipId } from './ids.ts';
import { isOver, type Membership } from './membership.ts';
import type { PlanTerms } from './plan.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/**
 * On the side of whoever may use another client's visits: whose membership it is (rule C10). The membership's own list
 * decides; this row is how the other profile finds it. Kept with `live: false` when the sharing ends.
 */
export const SharedMembership = z.strictObject({ membershipId: MembershipId, holderId: MemberId, live: z.boolean() });
export type SharedMembership = z.infer<typeof SharedMembership>;

type SharedPlan = Pick<PlanTerms, 'sharing'>;

/**
 * Lets another client use the membership's visits. `others` are those who share it already.
 * Refusals: `sharing_not_allowed`, `sharing_full` (details: `most`), `already_sharing`, `membership_not_running`.
 */
export function shareWith(membership: Membership, plan: SharedPlan, memberId: string, today: LocalDate): Membership {
  const others = membership.beneficiaries ?? [];
  refuseUnless(plan.sharing !== undefined && memberId !== membership.memberId, 'sharing_not_allowed');
  refuseUnless(!isOver(membership, today), 'membership_not_running');
  refuseUnless(!others.some((other) => other.memberId === memberId), 'already_sharing');
  refuseUnless(others.length < plan.sharing.people, 'sharing_full', { most: plan.sharing.people });
  return { ...membership, beneficiaries: [...others, { memberId, since: today }] };
}

/** Ends it for one of them; what was used stays used. Refuses `not_found`. */
export function stopSharing(membership: Membership, memberId: string): Membership {
  const { beneficiaries = [], ...rest } = membership;
  const others = beneficiaries.filter((other) => other.memberId !== memberId);
  refuseUnless(others.length < beneficiaries.length, 'not_found');
  return others.length === 0 ? rest : { ...rest, beneficiaries: others };
}

export const sharesWith = ({ beneficiaries = [] }: Membership, memberId: string): boolean =>
  beneficiaries.some((other) => other.memberId === memberId);

/** The part of the holder's credits that can be shared: visits that the membership gave. */
export const sharedPart = (account: CreditAccount, membershipId: string): CreditAccount => ({
  ...account,
  buckets: account.buckets.filter(({ kind, bucketId }) => kind === 'visits' && isOfMembership(bucketId, membershipId)),
});

/** Visits of a membership that one person used since a day, without what was given back; `entries` in any order. */
export function usedBySince(
  entries: readonly Entry[],
  { membershipId, memberId, since }: { membershipId: string; memberId: string; since: LocalDate },
): number {
  return entries
    .filter((entry) => entry.usedBy === memberId && isOfMembership(entry.bucketId, membershipId) && entry.on >= since)
    .reduce((sum, { kind, units }) => sum + (kind === 'CONSUME' ? units : kind === 'RESTORE' ? -units : 0), 0);
}

/** Visits that somebody may still use in the running period; undefined = as many as are there. */
export const leftToShare = (plan: SharedPlan, used: number): number | undefined =>
  plan.sharing?.unitsPerPeriod === undefined ? undefined : Math.max(0, plan.sharing.unitsPerPeriod - used);
