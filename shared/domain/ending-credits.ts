import { addDays, periodContaining } from './calendar.ts';
import { isEndDue } from './cancellation.ts';
import { type Bucket, type CreditAccount, type EntryDraft, isExpired } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { Membership } from './membership.ts';
import { creditsAfterCancelOf } from './plan.ts';
import type { LocalDate } from './time.ts';

/** What becomes of credits when their membership ends. `until` is the last day on which they can be used, inclusive. */
export type CreditFate =
  | { readonly kind: 'usable'; readonly until?: LocalDate }
  | { readonly kind: 'refunded' }
  | { readonly kind: 'lost' };

export interface EndingCredit {
  readonly bucket: Bucket;
  readonly units: number;
  readonly fate: CreditFate;
}

/** How many units of which bucket money goes back for. */
export type RefundedUnits = ReadonlyMap<string, number>;

/** A membership that was cancelled: `cancelOn` is the first day without it. */
export type Cancelled = Membership & { readonly cancelOn: LocalDate };

/** True while the end of the membership still has to say what becomes of its credits. */
export const settlesCredits = (membership: Membership, today: LocalDate): boolean =>
  isEndDue(membership, today) && membership.creditsAfterCancel !== undefined;

/**
 * What becomes of everything that is left in the account and is the membership's or was given by hand or by somebody else, as it is now: the
 * preview before the decision, and what the end itself does (rule K2).
 */
export function endingCredits(
  account: CreditAccount,
  membership: Cancelled,
  refunded: RefundedUnits,
  today: LocalDate,
): EndingCredit[] {
  const lastDay = addDays(membership.cancelOn, -1);
  return account.buckets
    .filter(
      ({ available, source }) =>
        available > 0 && (source.kind !== 'membership' || source.membershipId === membership.membershipId),
    )
    .flatMap((bucket) => {
      const isPlans = bucket.source.kind === 'membership';
      // What ran out with the membership's last day is still there when its end comes to be written down.
      const outlives = bucket.expiresOn === undefined || bucket.expiresOn >= lastDay;
      if (isExpired(bucket, today) && !(isPlans && outlives)) return [];
      const { available: units } = bucket;
      if (!isPlans || !outlives) return [{ bucket, units, fate: kept(bucket) }];
      const paidBack = refunded.get(bucket.bucketId) ?? 0;
      const rest = units - paidBack;
      return [
        ...(paidBack > 0 ? [{ bucket, units: paidBack, fate: { kind: 'refunded' } as const }] : []),
        ...(rest > 0 ? [{ bucket, units: rest, fate: fateOf(bucket, membership) }] : []),
      ];
    });
}

const kept = ({ expiresOn }: Bucket): CreditFate => ({
  kind: 'usable',
  ...(expiresOn === undefined ? {} : { until: expiresOn }),
});

function fateOf(bucket: Bucket, membership: Cancelled): CreditFate {
  const rule = creditsAfterCancelOf(membership);
  switch (rule.kind) {
    case 'keep_until_expiry':
    // What no money goes back for is not taken either.
    case 'refund_unused':
      return kept(bucket);
    case 'grace_days':
      return { kind: 'usable', until: addDays(membership.cancelOn, rule.days - 1) };
    case 'until_period_end': {
      const until = paidUntil(membership);
      if (bucket.expiresOn !== undefined && bucket.expiresOn <= until) return kept(bucket);
      // Granted for days that come after what is paid: there is none on which it could be used.
      return bucket.grantedOn > until ? { kind: 'lost' } : { kind: 'usable', until };
    }
    default:
      return rule satisfies never;
  }
}

/** The last day of the period in which the membership ends; it is paid whole. */
function paidUntil({ anchor, period, cancelOn }: Cancelled): LocalDate {
  const last = cancelOn > period.end ? periodContaining(anchor, addDays(cancelOn, -1)) : period;
  return addDays(last.end, -1);
}

/**
 * The entries that make it so on the day of the end: last days that move, units that are lost, units that are paid back.
 * Nothing goes below zero, and what keeps its last day has no entry.
 */
export function settleCredits(
  account: CreditAccount,
  membership: Cancelled,
  refunded: RefundedUnits,
  occasion: Occasion,
): CreditDecision {
  const ending = endingCredits(account, membership, refunded, occasion.today);
  return appendAll(
    account,
    ending.flatMap((credit) => entryOf(credit, membership, occasion)),
  );
}

function entryOf({ bucket, units, fate }: EndingCredit, membership: Cancelled, occasion: Occasion): EntryDraft[] {
  const { bucketId, expiresOn } = bucket;
  const because = { ...occasion, causeId: `ended:${membership.membershipId}` };
  switch (fate.kind) {
    case 'refunded':
      return [drafted('ADJUST', bucketId, -units, 'refunded', because)];
    case 'lost':
      return [drafted('ADJUST', bucketId, -units, 'membership_ended', because)];
    case 'usable': {
      const { until } = fate;
      if (until === undefined || until === expiresOn) return [];
      const isOver = until < occasion.today;
      const moved = drafted(isOver ? 'EXPIRE' : 'ADJUST', bucketId, isOver ? units : 0, 'membership_ended', because);
      return [{ ...moved, extendsTo: until }];
    }
    default:
      return fate satisfies never;
  }
}
