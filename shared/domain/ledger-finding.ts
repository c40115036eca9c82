import * as z from 'zod/mini';
import { BucketId, MemberId } from './ids.ts';

/**
 * What must be true of every ledger at every time (rule C2, in its order; the last three are of the proof itself).
 * Each is a sentence that code holds: `creditInvariants` and `moneyInvariants` look, nobody repairs.
 */
export const invariants = [
  /** C2.1: a bucket is what its entries add up to, and never below zero. */
  'never_below_zero',
  /** C2.2: the buckets of an account add up to its balance. */
  'buckets_add_up',
  /** C2.3: what is kept for an appointment ends once, used or given back. */
  'hold_ends_once',
  /** C2.4: the same benefit of the same period is granted once. */
  'granted_once',
  /** C2.5: the credits of a renewal came with a paid invoice, and a paid invoice brought its credits. */
  'renewal_is_paid',
  /** C2.6: what one client passes on is what another receives. */
  'transfer_has_two_halves',
  /** C2.7: nothing is used or kept after its last day. */
  'used_in_time',
  /** C2.7: nothing is used or kept while it rests. */
  'not_used_on_hold',
  /** C2.8: per place, what was granted, used and lost is what is left. */
  'places_add_up',
  /** C2.10: the entries, in order, give what is stored. */
  'replay_matches',
  /** C2.9: each entry follows the one before it and is as it was written. */
  'chain_unbroken',
  /** C2.9: what a day was closed with is still there. */
  'sealed_is_there',
  /** C2.9: the days follow each other and are what they were closed with. */
  'days_unbroken',
] as const;
export const Invariant = z.enum(invariants);
export type Invariant = z.infer<typeof Invariant>;

export const LedgerKind = z.enum(['credits', 'money']);
export type LedgerKind = z.infer<typeof LedgerKind>;

/** Something that should be impossible. It names where; `detail` is for whoever has to find out why. Ids only. */
export const Finding = z.strictObject({
  invariant: Invariant,
  ledger: LedgerKind,
  memberId: z.optional(MemberId),
  bucketId: z.optional(BucketId),
  /** The number of the entry in its account. */
  sequence: z.optional(z.int()),
  detail: z.string().check(z.maxLength(300)),
});
export type Finding = z.infer<typeof Finding>;

/** Where something was found; what is not known is left out. */
export interface Place {
  readonly ledger: LedgerKind;
  readonly memberId?: string | undefined;
  readonly bucketId?: string | undefined;
  readonly sequence?: number | undefined;
}

export function finding(invariant: Invariant, place: Place, detail: string): Finding {
  const { ledger, memberId, bucketId, sequence } = place;
  return {
    invariant,
    ledger,
    ...(memberId === undefined ? {} : { memberId }),
    ...(bucketId === undefined ? {} : { bucketId }),
    ...(sequence === undefined ? {} : { sequence }),
    detail: detail.slice(0, 300),
  };
}
