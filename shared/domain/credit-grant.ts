import { addDays } from './calendar.ts';
import type { AdjustmentReason, CreditAccount, CreditKind, EntryDraft } from './credit-account.ts';
import { append, appendAll } from './credit-chain.ts';
import { bucketOf, type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { Membership } from './membership.ts';
import type { Benefit, PlanVersion } from './plan.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** The credits of one opened period of a membership: one bucket for each benefit that is counted (rule C2.4). */
export function grantPeriod(
  account: CreditAccount,
  membership: Membership,
  plan: PlanVersion,
  occasion: Occasion,
): CreditDecision {
  const { period } = membership;
  const drafts = plan.benefits.filter(isCounted).map((benefit): EntryDraft => {
    const bucketId = `${membership.membershipId}.${period.index}.${benefit.key}`;
    const units = benefit.kind === 'visits' ? benefit.units : benefit.value.amount;
    return {
      ...drafted('GRANT', bucketId, units, 'membership_period', occasion),
      opens: {
        kind: benefit.kind,
        serviceIds: benefit.serviceIds,
        expiresOn: addDays(period.end, -1),
        grantedOn: period.start,
        source: {
          kind: 'membership',
          membershipId: membership.membershipId,
          planId: plan.planId,
          periodIndex: period.index,
        },
        ...(membership.locationId === undefined ? {} : { soldAt: membership.locationId }),
      },
    };
  });
  return appendAll(account, drafts);
}

const isCounted = (benefit: Benefit): benefit is Extract<Benefit, { kind: 'visits' | 'allowance' }> =>
  benefit.kind === 'visits' || benefit.kind === 'allowance';

/** Credits that staff give by hand, with a reason. */
export function grantByHand(
  account: CreditAccount,
  given: {
    bucketId: string;
    kind: CreditKind;
    serviceIds: string[];
    units: number;
    expiresOn?: LocalDate;
    reason: AdjustmentReason;
  },
  occasion: Occasion,
): CreditDecision {
  const { account: after, entry } = append(account, {
    ...drafted('GRANT', given.bucketId, given.units, given.reason, occasion),
    opens: {
      kind: given.kind,
      serviceIds: given.serviceIds,
      ...(given.expiresOn === undefined ? {} : { expiresOn: given.expiresOn }),
      grantedOn: occasion.today,
      source: { kind: 'staff' },
    },
  });
  return { account: after, entries: [entry] };
}

/** Sets what is left in a bucket to a number, as an entry of the difference (002-028). Refuses `adjustment_without_change`. */
export function adjust(
  account: CreditAccount,
  change: { bucketId: string; available: number; reason: AdjustmentReason },
  occasion: Occasion,
): CreditDecision {
  const difference = change.available - bucketOf(account, change.bucketId).available;
  refuseUnless(difference !== 0, 'adjustment_without_change');
  const { account: after, entry } = append(
    account,
    drafted('ADJUST', change.bucketId, difference, change.reason, occasion),
  );
  return { account: after, entries: [entry] };
}
