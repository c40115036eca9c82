import { addDays } from './calendar.ts';
import {
  type Actor,
  type AdjustmentReason,
  type Bucket,
  type CreditAccount,
  type CreditKind,
  type Entry,
  type EntryDraft,
  isExpired,
  isUsable,
} from './credit-account.ts';
import { append, appendAll } from './credit-chain.ts';
import type { Membership } from './membership.ts';
import type { Benefit, PlanVersion } from './plan.ts';
import { Refusal, refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** Who decides when, and why: the same for every change of an account. */
export interface Occasion {
  readonly actor: Actor;
  readonly causeId: string;
  readonly today: LocalDate;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CreditDecision {
  readonly account: CreditAccount;
  readonly entries: readonly Entry[];
}

/** Days that an undone visit's credit stays usable at least (rule C7). */
export const restoreExtensionDays = 14;

/** The order in which buckets are used: soonest to expire, then narrower, then older, then by id (rule C3). */
export function byUse(a: Bucket, b: Bucket): number {
  const never = '9999-12-31';
  const expiry = (a.expiresOn ?? never).localeCompare(b.expiresOn ?? never);
  if (expiry !== 0) return expiry;
  if (a.serviceIds.length !== b.serviceIds.length) return a.serviceIds.length - b.serviceIds.length;
  return a.grantedOn.localeCompare(b.grantedOn) || a.bucketId.localeCompare(b.bucketId);
}

/**
 * Takes `units` for a service: soonest-expiring credits first, from as many buckets as needed, never below zero.
 * Refusals: `service_not_covered`, `credit_expired`, `credit_frozen`, `insufficient_credit` (details: `available`).
 */
export function redeem(
  account: CreditAccount,
  request: { kind: CreditKind; serviceId: string; units: number; usedAt?: string },
  occasion: Occasion,
): CreditDecision {
  const covering = account.buckets.filter(
    (bucket) => bucket.kind === request.kind && bucket.serviceIds.includes(request.serviceId),
  );
  const usable = covering.filter((bucket) => isUsable(bucket, occasion.today)).sort(byUse);
  const available = usable.reduce((sum, bucket) => sum + bucket.available, 0);
  if (available < request.units) throw shortfall(covering, available, occasion.today);

  let open = request.units;
  const drafts: EntryDraft[] = [];
  for (const bucket of usable) {
    if (open === 0) break;
    const units = Math.min(open, bucket.available);
    drafts.push({
      ...drafted('CONSUME', bucket.bucketId, units, 'used_at_the_desk', occasion),
      serviceId: request.serviceId,
      ...(request.usedAt === undefined ? {} : { usedAt: request.usedAt }),
    });
    open -= units;
  }
  return appendAll(account, drafts);
}

/** The most useful reason why a redemption is refused. */
function shortfall(covering: readonly Bucket[], available: number, today: LocalDate): Refusal {
  if (covering.length === 0) return new Refusal('service_not_covered');
  if (available > 0) return new Refusal('insufficient_credit', { available });
  const left = covering.filter((bucket) => bucket.available > 0);
  if (left.some((bucket) => bucket.frozen)) return new Refusal('credit_frozen');
  if (left.some((bucket) => isExpired(bucket, today))) return new Refusal('credit_expired');
  return new Refusal('insufficient_credit', { available });
}

/** Gives a used credit back into its bucket; one that has expired or soon will is usable for 14 more days (rule C7). */
export function undoRedemption(account: CreditAccount, used: Entry, occasion: Occasion): CreditDecision {
  refuseUnless(used.kind === 'CONSUME', 'not_a_redemption');
  const bucket = bucketOf(account, used.bucketId);
  const least = addDays(occasion.today, restoreExtensionDays);
  const extend = bucket.expiresOn !== undefined && bucket.expiresOn < least;
  const { account: after, entry } = append(account, {
    ...drafted('RESTORE', used.bucketId, used.units, 'undone_by_staff', occasion),
    ...(used.serviceId === undefined ? {} : { serviceId: used.serviceId }),
    ...(extend ? { extendsTo: least } : {}),
  });
  return { account: after, entries: [entry] };
}

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

/** Writes off what is past its last day. For the books: such a credit was unusable already (rule T7). */
export function expire(account: CreditAccount, occasion: Occasion): CreditDecision {
  const due = account.buckets.filter((bucket) => bucket.available > 0 && isExpired(bucket, occasion.today));
  return appendAll(
    account,
    due.map((bucket) => drafted('EXPIRE', bucket.bucketId, bucket.available, 'past_last_day', occasion)),
  );
}

/** The first day on which `expire` will have something to write; undefined when nothing is left that expires. */
export function nextExpiryDay(account: CreditAccount): LocalDate | undefined {
  const days = account.buckets.flatMap((bucket) =>
    bucket.available > 0 && bucket.expiresOn !== undefined ? [addDays(bucket.expiresOn, 1)] : [],
  );
  return days.sort()[0];
}

function bucketOf(account: CreditAccount, bucketId: string): Bucket {
  const bucket = account.buckets.find((candidate) => candidate.bucketId === bucketId);
  if (!bucket) throw new Refusal('not_found');
  return bucket;
}

function drafted(kind: Entry['kind'], bucketId: string, units: number, code: string, occasion: Occasion): EntryDraft {
  return {
    kind,
    bucketId,
    units,
    reason: { code },
    actor: occasion.actor,
    causeId: occasion.causeId,
    on: occasion.today,
    at: occasion.at,
  };
}
