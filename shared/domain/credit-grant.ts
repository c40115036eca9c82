import type { AdjustmentReason, CreditAccount, CreditKind } from './credit-account.ts';
import { append } from './credit-chain.ts';
import { bucketOf, type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

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
