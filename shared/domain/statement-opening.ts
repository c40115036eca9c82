import {
  type Bucket,
  type CreditAccount,
  CreditKind,
  type Entry,
  type Hold,
  isUncounted,
  type Rest,
} from './credit-account.ts';
import { signedUnits } from './credit-effect.ts';

/**
 * The buckets as they were before the first of `entries`, which are the newest of the account's chain in order. Of a
 * bucket that has left the account only its entries are known: then it counts as usable until they say otherwise, and so
 * does one whose last day was moved since.
 */
export function openingBuckets(account: CreditAccount, entries: readonly Entry[]): Map<string, Bucket> {
  const buckets = new Map(account.buckets.map((bucket) => [bucket.bucketId, bucket]));
  const firstDay = entries[0]?.on ?? '';
  for (const entry of entries.toReversed()) {
    if (isUncounted(entry)) continue;
    if (entry.opens) {
      buckets.delete(entry.bucketId);
      continue;
    }
    const bucket = buckets.get(entry.bucketId) ?? departed(entry, firstDay);
    if (bucket) buckets.set(entry.bucketId, before(bucket, entry));
  }
  return buckets;
}

/** An empty bucket that only its later entries still tell of. */
function departed({ bucketId, of }: Entry, grantedOn: string): Bucket | undefined {
  const kind = CreditKind.safeParse(of?.kind);
  if (!of || !kind.success) return undefined;
  return { bucketId, ...of, kind: kind.data, grantedOn, source: { kind: 'staff' }, granted: 0, available: 0 };
}

function before({ frozen: isFrozen, rests: rested, expiresOn, holds = [], ...bucket }: Bucket, entry: Entry): Bucket {
  const available = bucket.available - signedUnits(entry);
  const frozen =
    entry.rests === undefined ? entry.kind === 'UNFREEZE' || (isFrozen && entry.kind !== 'FREEZE') : isFrozen;
  const rests = entry.rests === undefined ? rested : restBefore(entry, entry.rests);
  const held = holdsBefore(holds, entry);
  return {
    ...bucket,
    available,
    ...(frozen ? { frozen } : {}),
    ...(rests === undefined ? {} : { rests }),
    ...(held.length === 0 ? {} : { holds: held }),
    ...(expiresOn === undefined || entry.extendsTo !== undefined ? {} : { expiresOn }),
  };
}

/** It rested already when its pause ended or was changed on a later day than the first; its end is told by that entry. */
const restBefore = ({ kind, on }: Entry, { from }: Rest): Rest | undefined =>
  kind === 'UNFREEZE' || from < on ? { from } : undefined;

function holdsBefore(holds: readonly Hold[], { sequence, hold, units, causeId }: Entry): Hold[] {
  const others = holds.filter((one) => one.sequence !== sequence);
  return hold === undefined ? others : [...others, { sequence: hold, units, causeId }];
}
