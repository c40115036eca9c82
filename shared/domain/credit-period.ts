import { type Bucket, type CreditAccount, type EntryDraft, isExpired } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import { byUse } from './credit-use.ts';
import type { Membership } from './membership.ts';
import { type CountedBenefit, isCounted, type PlanVersion, unitsOf } from './plan.ts';
import { lastDayKept, lastDayOf, shareKept } from './rollover.ts';
import type { LocalDate } from './time.ts';

/** Why an unused unit expired before its last day: there were as many as the plan keeps. */
export const overCapCode = 'over_rollover_cap';

/**
 * The credits of one opened period of a membership: one bucket for each benefit that is counted, named after its cause
 * (rule C2.4). Where a part of it ends with the period and the rest may be kept, each part is a bucket, so that expiry
 * stays a comparison (rule T7). What would stand above the cap of a benefit expires first, in the same decision (rule C6).
 */
export function grantPeriod(
  account: CreditAccount,
  membership: Membership,
  plan: PlanVersion,
  occasion: Occasion,
): CreditDecision {
  const drafts = plan.benefits.flatMap((benefit, place) =>
    isCounted(benefit)
      ? [...surplusOf(account, membership, benefit, occasion), ...grantsOf(membership, plan, benefit, place, occasion)]
      : [],
  );
  return appendAll(account, drafts);
}

/**
 * The grants of one benefit: what may be kept, and what ends with the period. `more` is what a change of plan adds within
 * a period that has begun: so many units, from that day, under its own mark.
 */
export function grantsOf(
  { membershipId, period, anchor, locationId }: Membership,
  { planId }: PlanVersion,
  benefit: CountedBenefit,
  place: number,
  occasion: Occasion,
  more?: { readonly units: number; readonly grantedOn: LocalDate; readonly mark: string },
): EntryDraft[] {
  const { kind, key, serviceIds, rollover } = benefit;
  const bucketId = `${membershipId}.${period.index}.${key}${more === undefined ? '' : `.${more.mark}`}`;
  const reason = more === undefined ? 'membership_period' : 'plan_change';
  const { kept, ending } = shareKept(more?.units ?? unitsOf(benefit), rollover);
  const parts = [
    { units: kept, expiresOn: rollover && lastDayKept(anchor, period, rollover) },
    { units: ending, expiresOn: lastDayOf(period) },
  ].filter(({ units }) => units > 0);
  return parts.map(({ units, expiresOn }, n) => ({
    ...drafted('GRANT', n === 0 ? bucketId : `${bucketId}.rest`, units, reason, occasion),
    opens: {
      kind,
      serviceIds,
      ...(expiresOn === undefined ? {} : { expiresOn }),
      grantedOn: more?.grantedOn ?? period.start,
      source: { kind: 'membership', membershipId, planId, periodIndex: period.index },
      ...(locationId === undefined ? {} : { soldAt: locationId }),
      ...(rollover === undefined ? {} : { rollover }),
      ...(place === 0 ? {} : { priority: place }),
    },
  }));
}

/**
 * What has to go so that the new units fit under the cap: of what the same benefit gave under the same cap, the units that
 * expire earliest. What was granted under another plan, or under another cap, stays as it is, and so does what staff gave
 * by hand. Counted is what can still be used when the period begins.
 */
function surplusOf(
  account: CreditAccount,
  membership: Membership,
  benefit: CountedBenefit,
  occasion: Occasion,
): EntryDraft[] {
  const cap = benefit.rollover?.maxBalance;
  if (cap === undefined) return [];
  const { start } = membership.period;
  const from = occasion.today > start ? occasion.today : start;
  const there = account.buckets.filter(
    (bucket) => bucket.available > 0 && !isExpired(bucket, from) && isOfBenefit(bucket, membership, benefit),
  );
  let open = unitsOf(benefit) + there.reduce((sum, { available }) => sum + available, 0) - cap;
  return there.sort(byUse).flatMap(({ bucketId, available }) => {
    const units = Math.min(open, available);
    if (units <= 0) return [];
    open -= units;
    return [drafted('EXPIRE', bucketId, units, overCapCode, occasion)];
  });
}

/** Whether a bucket came from a benefit of a membership while its plan kept unused units as it does now. */
function isOfBenefit(
  { bucketId, source, rollover }: Bucket,
  { membershipId, planId }: Pick<Membership, 'membershipId' | 'planId'>,
  { key, rollover: now }: CountedBenefit,
): boolean {
  if (source.kind !== 'membership' || source.membershipId !== membershipId || source.planId !== planId) return false;
  const [, , ofBenefit] = bucketId.split('.');
  return ofBenefit === key && rollover?.maxBalance === now?.maxBalance;
}
