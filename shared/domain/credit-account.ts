import * as z from 'zod/mini';
import { addDays } from './calendar.ts';
import { BucketId, LocationId, MemberId, MembershipId, PlanId, ServiceId, StaffId } from './ids.ts';
import { Instant, LocalDate } from './time.ts';

/** What a bucket counts: visits (whole numbers) or money to spend on services (minor units of the business's currency). */
export const CreditKind = z.enum(['visits', 'allowance']);
export type CreditKind = z.infer<typeof CreditKind>;

export const CreditSource = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('membership'),
    membershipId: MembershipId,
    planId: PlanId,
    periodIndex: z.int().check(z.minimum(-1)),
  }),
  z.strictObject({ kind: z.literal('staff') }),
]);
export type CreditSource = z.infer<typeof CreditSource>;

/** The part of a bucket that its GRANT entry states and that never changes, except `expiresOn` by a restore (rule C7). */
export const BucketTerms = z.strictObject({
  kind: CreditKind,
  serviceIds: z.array(ServiceId).check(z.minLength(1), z.maxLength(20)),
  /** The last day on which it can be used, inclusive; absent = never expires (rule T7). */
  expiresOn: z.optional(LocalDate),
  grantedOn: LocalDate,
  source: CreditSource,
});
export type BucketTerms = z.infer<typeof BucketTerms>;

/** Credits that came together and expire together. `available` never goes below zero. */
export const Bucket = z.strictObject({
  bucketId: BucketId,
  ...BucketTerms.shape,
  granted: z.int().check(z.minimum(0)),
  available: z.int().check(z.minimum(0)),
  frozen: z.optional(z.boolean()),
});
export type Bucket = z.infer<typeof Bucket>;

/** The last entry of the account's chain. Sequence 0 and the zero hash stand for “no entry yet”. */
export const ChainHead = z.strictObject({
  sequence: z.int().check(z.minimum(0)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type ChainHead = z.infer<typeof ChainHead>;

/** A member's credits: derived from the entries, stored beside them for reading. Closed buckets are in the entries only. */
export const CreditAccount = z.strictObject({ memberId: MemberId, buckets: z.array(Bucket), head: ChainHead });
export type CreditAccount = z.infer<typeof CreditAccount>;

/** Who did it. A name is looked up when shown: entries hold no personal data. */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffId: StaffId }),
  z.strictObject({ kind: z.literal('member'), memberId: MemberId }),
  z.strictObject({ kind: z.literal('system'), job: z.string() }),
  z.strictObject({ kind: z.literal('operator') }),
  z.strictObject({ kind: z.literal('visitor') }),
]);
export type Actor = z.infer<typeof Actor>;

/** Why staff changed a number by hand. Clients read it as “Your salon updated your balance after review”. */
export const AdjustmentReason = z.enum(['correction', 'goodwill', 'moved_from_old_system', 'service_issue', 'other']);
export type AdjustmentReason = z.infer<typeof AdjustmentReason>;

export const EntryKind = z.enum(['GRANT', 'CONSUME', 'RESTORE', 'EXPIRE', 'ADJUST', 'FREEZE', 'UNFREEZE']);
export type EntryKind = z.infer<typeof EntryKind>;

/**
 * One line of the account's history, written once (rule C1). `units` is positive; only an ADJUST may be negative. A
 * FREEZE and its UNFREEZE change no balance: their units say how many rest.
 * `causeId` is what it belongs to: a membership period, an idempotency key, the sequence that is undone.
 */
export const Entry = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  kind: EntryKind,
  bucketId: BucketId,
  units: z.int(),
  /** A code, never free text: entries cannot be erased, so they hold nothing about a person. */
  reason: z.strictObject({ code: z.string().check(z.maxLength(40)) }),
  actor: Actor,
  causeId: z.string().check(z.maxLength(120)),
  on: LocalDate,
  at: Instant,
  /** With a GRANT: the bucket it opens, so that a replay needs nothing else. */
  opens: z.optional(BucketTerms),
  /** With every other kind: what its bucket counts, so that the history outlives the bucket. */
  of: z.optional(z.strictObject({ kind: CreditKind, serviceIds: BucketTerms.shape.serviceIds })),
  /** With a RESTORE into a bucket that had or would soon have expired: its new last day. */
  extendsTo: z.optional(LocalDate),
  serviceId: z.optional(ServiceId),
  usedAt: z.optional(LocationId),
  previousHash: ChainHead.shape.hash,
  hash: ChainHead.shape.hash,
});
export type Entry = z.infer<typeof Entry>;

/** What a decision adds to the chain: everything but the place in it and what the bucket itself says. */
export type EntryDraft = Omit<Entry, 'sequence' | 'previousHash' | 'hash' | 'of'>;

export const emptyAccount = (memberId: string): CreditAccount => ({
  memberId,
  buckets: [],
  head: { sequence: 0, hash: '0'.repeat(64) },
});

export const isExpired = (bucket: Pick<Bucket, 'expiresOn'>, today: LocalDate): boolean =>
  bucket.expiresOn !== undefined && bucket.expiresOn < today;

/** Usable today: something left, not past its last day, not frozen, already granted (invariant C2.7). */
export const isUsable = (bucket: Bucket, today: LocalDate): boolean =>
  bucket.available > 0 && !isExpired(bucket, today) && !bucket.frozen && bucket.grantedOn <= today;

/** Days after its last one for which an empty bucket stays in the account, where a visit can still be given back into it. */
export const keptDays = 31;

/** Nothing is left in it, and the days in which anything could come back are over. */
export const isClosed = (bucket: Bucket, today: LocalDate): boolean =>
  bucket.available === 0 && bucket.expiresOn !== undefined && addDays(bucket.expiresOn, keptDays) < today;
