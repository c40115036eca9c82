import * as z from 'zod/mini';
import { addDays } from './calendar.ts';
import { BucketId, LocationId, MemberId, MembershipId, PlanId, ServiceId, StaffId } from './ids.ts';
import { Rollover } from './rollover.ts';
import { Instant, LocalDate } from './time.ts';

/** What a bucket counts: visits (whole numbers) or money to spend on services (minor units of the business's currency). */
export const CreditKind = z.enum(['visits', 'allowance']);
export type CreditKind = z.infer<typeof CreditKind>;

/** Whatever somebody can have used: the kinds of benefit (001-018). Discounts and unlimited services are not counted. */
export const BenefitKind = z.enum([...CreditKind.options, 'discount', 'unlimited']);
export type BenefitKind = z.infer<typeof BenefitKind>;

export const CreditSource = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('membership'),
    membershipId: MembershipId,
    planId: PlanId,
    periodIndex: z.int().check(z.minimum(-1)),
  }),
  z.strictObject({ kind: z.literal('staff') }),
  /** Passed on by another client (rule C9). */
  z.strictObject({ kind: z.literal('client'), memberId: MemberId }),
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
  /** The place that sold it: what expires counts there, what is used counts where it is used (rule 14). */
  soldAt: z.optional(LocationId),
  /** What its plan said about unused units when it was granted; later versions of the plan do not change it (rule C6). */
  rollover: z.optional(Rollover),
  /** The place of its benefit in the plan, from 0, which is left out: earlier ones are used first (rule C3). */
  priority: z.optional(z.int().check(z.minimum(0), z.maximum(11))),
});
export type BucketTerms = z.infer<typeof BucketTerms>;

/** Units that are kept for an appointment. It is named by the sequence of its HOLD entry and ends as a whole (invariant C2.3). */
export const Hold = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  units: z.int().check(z.minimum(1)),
  causeId: z.string(),
  serviceId: z.optional(ServiceId),
  /** The local day of the appointment. */
  forDay: z.optional(LocalDate),
});
export type Hold = z.infer<typeof Hold>;

/** The days of a pause `[from, until)`, without `until` as long as it has no end. */
export const Rest = z.strictObject({ from: LocalDate, until: z.optional(LocalDate) });
export type Rest = z.infer<typeof Rest>;

/** Credits that came together and expire together. `available` never goes below zero, and holds are not in it. */
export const Bucket = z.strictObject({
  bucketId: BucketId,
  ...BucketTerms.shape,
  granted: z.int().check(z.minimum(0)),
  available: z.int().check(z.minimum(0)),
  frozen: z.optional(z.boolean()),
  /** The pause in which it rests; its last day has been moved by it once the pause has an end. */
  rests: z.optional(Rest),
  /** What is kept for appointments; absent when nothing is. */
  holds: z.optional(z.array(Hold).check(z.minLength(1))),
  /** Of one that may be kept for long: the day on which its last unit went, while it is empty. */
  emptyOn: z.optional(LocalDate),
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

/** Why staff took another credit than the one whose turn it was (rule C3). */
export const ChoiceReason = z.enum(['client_asked', 'keeps_other', 'other']);
export type ChoiceReason = z.infer<typeof ChoiceReason>;

/**
 * What can happen to a bucket (rule C1); what each does to its numbers stands in `effectOf`. A USE and its UNUSE are about
 * a benefit that is not counted, named as its bucket would be: they touch none, and complete the history.
 */
export const EntryKind = z.enum([
  'GRANT',
  'HOLD',
  'RELEASE',
  'CONSUME',
  'RESTORE',
  'EXPIRE',
  'ADJUST',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'FREEZE',
  'UNFREEZE',
  'CORRECT',
  'USE',
  'UNUSE',
]);
export type EntryKind = z.infer<typeof EntryKind>;

/** Why, as a code with what a sentence about it needs. Entries cannot be erased, so it holds nothing about a person. */
export const EntryReason = z.strictObject({
  code: z.string().check(z.maxLength(40)),
  /** Ids, dates and numbers, never free text. */
  parameters: z.optional(
    z.record(z.string().check(z.maxLength(40)), z.union([z.string().check(z.maxLength(120)), z.number()])),
  ),
});
export type EntryReason = z.infer<typeof EntryReason>;

/**
 * One line of the account's history, written once (rule C1). `units` is positive; an ADJUST and a CORRECT carry their
 * sign. A FREEZE and its UNFREEZE change no balance: their units say how many rest.
 * `causeId` is what it belongs to: a membership period, an idempotency key, a booking, the sequence that is undone.
 */
export const Entry = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  kind: EntryKind,
  bucketId: BucketId,
  units: z.int(),
  reason: EntryReason,
  actor: Actor,
  causeId: z.string().check(z.maxLength(120)),
  on: LocalDate,
  at: Instant,
  /** With a GRANT, and a TRANSFER_IN of what was not there before: the bucket it opens, so that a replay needs nothing else. */
  opens: z.optional(BucketTerms),
  /** With every other: what its bucket counts, so that the history outlives the bucket; of a USE, what was used. */
  of: z.optional(z.strictObject({ kind: BenefitKind, serviceIds: BucketTerms.shape.serviceIds })),
  /** Its bucket's new last day: with a RESTORE into one that had or would soon have expired, or days given back. */
  extendsTo: z.optional(LocalDate),
  /** With a FREEZE and an UNFREEZE of a pause: the days of it. */
  rests: z.optional(Rest),
  serviceId: z.optional(ServiceId),
  usedAt: z.optional(LocationId),
  /** Who used it, when that is not the account's own member: a membership may be shared (rule C10). */
  usedBy: z.optional(MemberId),
  /** With a HOLD, and a CONSUME of what was kept when nobody came: the local day of the appointment. */
  forDay: z.optional(LocalDate),
  /** With a RELEASE, and a CONSUME of what was kept: the sequence of the HOLD that it ends. */
  hold: z.optional(z.int().check(z.minimum(1))),
  /** With a transfer: its other half, in the other member's account (invariant C2.6). */
  counterpart: z.optional(z.strictObject({ memberId: MemberId, sequence: z.int().check(z.minimum(1)) })),
  /** With a CORRECT: the sequence of the entry that was wrong. */
  corrects: z.optional(z.int().check(z.minimum(1))),
  previousHash: ChainHead.shape.hash,
  hash: ChainHead.shape.hash,
});
export type Entry = z.infer<typeof Entry>;

/** What a decision adds to the chain: everything but the place in it and what the bucket itself says. */
export type EntryDraft = Omit<Entry, 'sequence' | 'previousHash' | 'hash'>;

const uncounted: ReadonlySet<EntryKind> = new Set(['USE', 'UNUSE']);

/** Whether an entry is about a benefit that has no number and so no bucket. */
export const isUncounted = ({ kind }: Pick<Entry, 'kind'>): boolean => uncounted.has(kind);

export const emptyAccount = (memberId: string): CreditAccount => ({
  memberId,
  buckets: [],
  head: { sequence: 0, hash: '0'.repeat(64) },
});

/** True on the days of the pause in which it rests: a comparison, so no job is late. */
export const isResting = ({ rests }: Pick<Bucket, 'rests'>, today: LocalDate): boolean =>
  rests !== undefined && rests.from <= today && (rests.until === undefined || today < rests.until);

/** Past its last day; while it rests without an end, that day does not come. */
export const isExpired = (bucket: Pick<Bucket, 'expiresOn' | 'rests'>, today: LocalDate): boolean =>
  bucket.expiresOn !== undefined && bucket.expiresOn < today && !isResting(bucket, today);

/** Usable today: something left, not past its last day, not frozen, already granted (invariant C2.7). */
export const isUsable = (bucket: Bucket, today: LocalDate): boolean =>
  bucket.available > 0 &&
  !isExpired(bucket, today) &&
  !bucket.frozen &&
  !isResting(bucket, today) &&
  bucket.grantedOn <= today;

/**
 * Days for which an empty bucket stays in the account, where a visit can still be given back into it: as many as the
 * shortest month has, so that each monthly bill finds the last period’s bucket there and none before it.
 */
export const keptDays = 28;

/** Units of a bucket that are kept for appointments. */
export const heldIn = ({ holds = [] }: Pick<Bucket, 'holds'>): number =>
  holds.reduce((sum, { units }) => sum + units, 0);

/**
 * Nothing is left or kept in it, and the days in which anything could come back are over: counted from its last day, or,
 * of one that may be kept for many periods, from the day on which it became empty.
 */
export function isClosed({ available, holds, expiresOn, emptyOn }: Bucket, today: LocalDate): boolean {
  const since = emptyOn === undefined || (expiresOn !== undefined && expiresOn < emptyOn) ? expiresOn : emptyOn;
  return available === 0 && holds === undefined && since !== undefined && addDays(since, keptDays) < today;
}
