import { type Bucket, type CreditAccount, type Entry, isExpired, isUsable } from './credit-account.ts';
import { append } from './credit-chain.ts';
import { bucketOf, type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import { type Membership, statusOn } from './membership.ts';
import type { PlanTerms } from './plan.ts';
import { refuseUnless } from './refusal.ts';

/** What a transfer does to both sides; committed together or not at all. */
export interface TransferDecision {
  readonly giver: CreditDecision;
  readonly receiver: CreditDecision;
}

/** Milliseconds within which a transfer can be taken back while nothing of it was used (rule C9). */
export const takeBackWithin = 24 * 60 * 60 * 1000;

/** The entry code under which visits change hands; the portal's words go by it. */
export const passedOn = 'passed_on';
export const passedOnTakenBack = 'passed_on_taken_back';

/**
 * Gives unused visits of a membership to another client: they leave one account and open a bucket in the other, with the
 * same services and the same last day (rule C9). `passed` are the visits of the running period that were given already.
 * Refusals: `transfer_not_allowed`, `membership_not_running`, `credit_expired`, `credit_frozen`, `insufficient_credit`
 * (details: `available`), `transfer_limit` (details: `left`).
 */
export function passOn(
  accounts: { giver: CreditAccount; receiver: CreditAccount },
  request: {
    bucketId: string;
    units: number;
    newBucketId: string;
    membership: Membership | undefined;
    plan: Pick<PlanTerms, 'passingOn'> | undefined;
    passed: number;
  },
  occasion: Occasion,
): TransferDecision {
  const { giver, receiver } = accounts;
  const { units, membership, plan } = request;
  const bucket = bucketOf(giver, request.bucketId);
  const rule = plan?.passingOn;
  const isOfPlan = bucket.kind === 'visits' && membership !== undefined && isFrom(bucket, membership);
  refuseUnless(rule !== undefined && isOfPlan && giver.memberId !== receiver.memberId, 'transfer_not_allowed');
  refuseUnless(
    statusOn(membership, occasion.today) === 'active' && membership.due === undefined,
    'membership_not_running',
  );
  refuseUnless(!isExpired(bucket, occasion.today), 'credit_expired');
  refuseUnless(!bucket.frozen, 'credit_frozen');
  const available = isUsable(bucket, occasion.today) ? bucket.available : 0;
  refuseUnless(available >= units, 'insufficient_credit', { available });
  const left = Math.max(0, rule.unitsPerPeriod - request.passed);
  refuseUnless(left >= units, 'transfer_limit', { left });

  return bothSides(accounts, { giver: request.bucketId, receiver: request.newBucketId }, units, occasion, {
    kind: 'visits',
    serviceIds: bucket.serviceIds,
    ...(bucket.expiresOn === undefined ? {} : { expiresOn: bucket.expiresOn }),
    grantedOn: occasion.today,
    source: { kind: 'client', memberId: giver.memberId },
    ...(bucket.soldAt === undefined ? {} : { soldAt: bucket.soldAt }),
  });
}

const isFrom = ({ source }: Bucket, { membershipId }: Membership): boolean =>
  source.kind === 'membership' && source.membershipId === membershipId;

function bothSides(
  { giver, receiver }: { giver: CreditAccount; receiver: CreditAccount },
  buckets: { giver: string; receiver: string },
  units: number,
  occasion: Occasion,
  opens: NonNullable<Entry['opens']>,
): TransferDecision {
  const out = append(giver, {
    ...drafted('TRANSFER_OUT', buckets.giver, units, passedOn, occasion),
    counterpart: { memberId: receiver.memberId, sequence: receiver.head.sequence + 1 },
  });
  const into = append(receiver, {
    ...drafted('TRANSFER_IN', buckets.receiver, units, passedOn, occasion),
    counterpart: { memberId: giver.memberId, sequence: giver.head.sequence + 1 },
    opens,
  });
  return {
    giver: { account: out.account, entries: [out.entry] },
    receiver: { account: into.account, entries: [into.entry] },
  };
}

/**
 * Takes a transfer back within a day while all of it is still there (rule C9). `given` and `received` are its entries.
 * Refusals: `not_a_transfer`, `undo_too_late`, `transfer_used`, `credit_closed` when the bucket it came from is gone.
 */
export function takeBackPassedOn(
  accounts: { giver: CreditAccount; receiver: CreditAccount },
  entries: { given: Entry; received: Entry },
  occasion: Occasion,
): TransferDecision {
  const { giver, receiver } = accounts;
  const { given, received } = entries;
  refuseUnless(given.kind === 'TRANSFER_OUT' && given.reason.code === passedOn, 'not_a_transfer');
  refuseUnless(occasion.at - given.at <= takeBackWithin, 'undo_too_late');
  const there = receiver.buckets.find(({ bucketId }) => bucketId === received.bucketId);
  refuseUnless(there !== undefined && there.available >= given.units, 'transfer_used');
  refuseUnless(
    giver.buckets.some(({ bucketId }) => bucketId === given.bucketId),
    'credit_closed',
  );
  const out = append(receiver, {
    ...drafted('TRANSFER_OUT', received.bucketId, given.units, passedOnTakenBack, occasion),
    counterpart: { memberId: giver.memberId, sequence: giver.head.sequence + 1 },
  });
  const into = append(giver, {
    ...drafted('TRANSFER_IN', given.bucketId, given.units, passedOnTakenBack, occasion),
    counterpart: { memberId: receiver.memberId, sequence: receiver.head.sequence + 1 },
  });
  return {
    giver: { account: into.account, entries: [into.entry] },
    receiver: { account: out.account, entries: [out.entry] },
  };
}

/** Visits of a membership that were given away since a day and not taken back; `entries` in any order. */
export function passedOnSince(entries: readonly Entry[], membershipId: string, since: string): number {
  const codes: ReadonlySet<string> = new Set([passedOn, passedOnTakenBack]);
  return entries
    .filter(
      ({ bucketId, on, reason }) => isOfMembership(bucketId, membershipId) && on >= since && codes.has(reason.code),
    )
    .reduce((sum, { kind, units }) => sum + (kind === 'TRANSFER_OUT' ? units : -units), 0);
}

/** A bucket that a membership granted is named after it (see `BucketId`). */
export const isOfMembership = (bucketId: string, membershipId: string): boolean =>
  bucketId.startsWith(`${membershipId}.`);
