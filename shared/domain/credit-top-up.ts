import type { Bucket, CreditAccount, EntryDraft } from './credit-account.ts';
import type { Occasion } from './credit-decision.ts';
import { grantsOf } from './credit-period.ts';
import type { Membership } from './membership.ts';
import { type CountedBenefit, isCounted, type PlanVersion, unitsOf } from './plan.ts';

const covers = (services: readonly string[], others: readonly string[]): boolean =>
  others.every((service) => services.includes(service));

/** How well credits that were given already stand for a benefit: for the same services, for some of them, for more. */
const fits: readonly ((benefit: CountedBenefit, bucket: Bucket) => boolean)[] = [
  (benefit, bucket) => covers(benefit.serviceIds, bucket.serviceIds) && covers(bucket.serviceIds, benefit.serviceIds),
  (benefit, bucket) => covers(benefit.serviceIds, bucket.serviceIds),
  (benefit, bucket) => covers(bucket.serviceIds, benefit.serviceIds),
];

/** What was given in the membership's period, each unit to be counted once. */
function givenIn(account: CreditAccount, { membershipId, period }: Membership) {
  return account.buckets
    .filter(({ source }) => source.kind === 'membership' && source.membershipId === membershipId)
    .filter(({ source }) => source.kind === 'membership' && source.periodIndex === period.index)
    .map((bucket) => ({ bucket, left: bucket.granted }));
}

/**
 * The grants by which a membership that has just changed to a plan gets what its period did not bring yet: for each
 * benefit what it gives less what was given already; nothing is taken away (rule PC6). `grantedOn` is the day of the change,
 * `mark` names it.
 */
export function topUpGrants(
  account: CreditAccount,
  membership: Membership,
  plan: PlanVersion,
  change: { readonly grantedOn: string; readonly mark: string },
  occasion: Occasion,
): EntryDraft[] {
  const wanted = plan.benefits.map((benefit) => (isCounted(benefit) ? unitsOf(benefit) : 0));
  const given = givenIn(account, membership);
  for (const isFit of fits) {
    for (const [place, benefit] of plan.benefits.entries()) {
      for (const one of given) {
        if (!isCounted(benefit) || one.bucket.kind !== benefit.kind || !isFit(benefit, one.bucket)) continue;
        const taken = Math.min(one.left, wanted[place] ?? 0);
        one.left -= taken;
        wanted[place] = (wanted[place] ?? 0) - taken;
      }
    }
  }
  return plan.benefits.flatMap((benefit, place) => {
    const units = wanted[place] ?? 0;
    if (units === 0 || !isCounted(benefit)) return [];
    return grantsOf(membership, plan, benefit, place, occasion, { ...change, units });
  });
}
