import { addDays } from './calendar.ts';
import {
  type Bucket,
  type ChoiceReason,
  type CreditAccount,
  type CreditKind,
  type Entry,
  type EntryDraft,
  isExpired,
  isResting,
  isUsable,
} from './credit-account.ts';
import { append, appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import { Refusal, refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** Days that an undone visit's credit stays usable at least (rule C7). */
export const restoreExtensionDays = 14;

/** What the order of use looks at. */
export type InOrder = Pick<Bucket, 'bucketId' | 'expiresOn' | 'serviceIds' | 'priority' | 'grantedOn'>;

/**
 * The order in which buckets are used: soonest to expire, then narrower, then as the plan lists its benefits, then older,
 * then by id (rule C3).
 */
export function byUse(a: InOrder, b: InOrder): number {
  const never = '9999-12-31';
  const expiry = (a.expiresOn ?? never).localeCompare(b.expiresOn ?? never);
  if (expiry !== 0) return expiry;
  if (a.serviceIds.length !== b.serviceIds.length) return a.serviceIds.length - b.serviceIds.length;
  const priority = (a.priority ?? 0) - (b.priority ?? 0);
  if (priority !== 0) return priority;
  return a.grantedOn.localeCompare(b.grantedOn) || a.bucketId.localeCompare(b.bucketId);
}

/** One bucket instead of the order, and why. */
export interface Choice {
  readonly bucketId: string;
  readonly reason: ChoiceReason;
}

/**
 * Takes `units` for a service: soonest-expiring credits first, from as many buckets as needed, never below zero. Credits
 * of `resting` memberships (by id) cannot be used, those that staff gave by hand can (rules G3, G6). With `from`, all of
 * it comes from the bucket that staff chose (rule C3).
 * Refusals: `service_not_covered`, `credit_expired`, `credit_frozen`, `insufficient_credit` (details: `available`).
 */
export function redeem(
  account: CreditAccount,
  request: {
    kind: CreditKind;
    serviceId: string;
    units: number;
    usedAt?: string;
    /** Who uses it, when a membership is shared. */
    usedBy?: string;
    resting?: ReadonlySet<string>;
    /** Only from these buckets; from all when absent. */
    among?: ReadonlySet<string>;
    from?: Choice;
  },
  occasion: Occasion,
): CreditDecision {
  const rests = (bucket: Bucket): boolean =>
    bucket.frozen ||
    isResting(bucket, occasion.today) ||
    (bucket.source.kind === 'membership' && (request.resting?.has(bucket.source.membershipId) ?? false));
  const covering = account.buckets.filter(
    (bucket) =>
      bucket.kind === request.kind &&
      bucket.serviceIds.includes(request.serviceId) &&
      (request.among?.has(bucket.bucketId) ?? true) &&
      (request.from === undefined || request.from.bucketId === bucket.bucketId),
  );
  const usable = covering.filter((bucket) => isUsable(bucket, occasion.today) && !rests(bucket)).sort(byUse);
  const available = usable.reduce((sum, bucket) => sum + bucket.available, 0);
  if (available < request.units) throw shortfall(covering, available, rests, occasion.today);

  let open = request.units;
  const drafts: EntryDraft[] = [];
  for (const bucket of usable) {
    if (open === 0) break;
    const units = Math.min(open, bucket.available);
    drafts.push({
      ...drafted('CONSUME', bucket.bucketId, units, request.from?.reason ?? 'used_at_the_desk', occasion),
      serviceId: request.serviceId,
      ...(request.usedAt === undefined ? {} : { usedAt: request.usedAt }),
      ...(request.usedBy === undefined ? {} : { usedBy: request.usedBy }),
    });
    open -= units;
  }
  return appendAll(account, drafts);
}

/** The most useful reason why nothing, or not enough, can be used on a day. */
export function shortfall(
  covering: readonly Bucket[],
  available: number,
  rests: (bucket: Bucket) => boolean,
  day: LocalDate,
): Refusal {
  if (covering.length === 0) return new Refusal('service_not_covered');
  if (available > 0) return new Refusal('insufficient_credit', { available });
  const left = covering.filter((bucket) => bucket.available > 0);
  if (left.some((bucket) => rests(bucket) && !isExpired(bucket, day))) return new Refusal('credit_frozen');
  if (left.some((bucket) => isExpired(bucket, day))) return new Refusal('credit_expired');
  return new Refusal('insufficient_credit', { available });
}

/**
 * Gives a used credit back into its bucket; one that has expired or soon will is usable for 14 more days (rule C7).
 * Refusals: `not_a_redemption`, `credit_closed` when the bucket has left the account.
 */
export function undoRedemption(account: CreditAccount, used: Entry, occasion: Occasion): CreditDecision {
  refuseUnless(used.kind === 'CONSUME', 'not_a_redemption');
  const bucket = account.buckets.find(({ bucketId }) => bucketId === used.bucketId);
  refuseUnless(bucket, 'credit_closed');
  const least = addDays(occasion.today, restoreExtensionDays);
  const extend = bucket.expiresOn !== undefined && bucket.expiresOn < least;
  const { account: after, entry } = append(account, {
    ...drafted('RESTORE', used.bucketId, used.units, 'undone_by_staff', occasion),
    ...(used.serviceId === undefined ? {} : { serviceId: used.serviceId }),
    ...(used.usedBy === undefined ? {} : { usedBy: used.usedBy }),
    ...(extend ? { extendsTo: least } : {}),
  });
  return { account: after, entries: [entry] };
}
