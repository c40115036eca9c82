import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type Bucket,
  type CreditAccount,
  type Entry,
  type EntryDraft,
  isClosed,
  isUncounted,
} from './credit-account.ts';
import { changed, opened } from './credit-effect.ts';

/** JSON with keys in order and absent values left out, so that equal entries have equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 over a ledger's canonical entry, which contains the hash before it. */
export function hashOf(entry: object): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(entry))));
}

/** The account after one more entry, and the entry with its place in the chain. Throws when a bucket would go below zero. */
export function append(account: CreditAccount, draft: EntryDraft): { account: CreditAccount; entry: Entry } {
  const bucket = account.buckets.find(({ bucketId }) => bucketId === draft.bucketId);
  const of = draft.opens === undefined && bucket ? { of: { kind: bucket.kind, serviceIds: bucket.serviceIds } } : {};
  const place = { sequence: account.head.sequence + 1, previousHash: account.head.hash };
  const unsealed = { ...draft, ...of, ...place };
  const entry: Entry = { ...unsealed, hash: hashOf(unsealed) };
  return { account: apply(account, entry), entry };
}

/** Appends several entries in order. */
export function appendAll(
  account: CreditAccount,
  drafts: readonly EntryDraft[],
): { account: CreditAccount; entries: Entry[] } {
  const entries: Entry[] = [];
  let current = account;
  for (const draft of drafts) {
    const next = append(current, draft);
    current = next.account;
    entries.push(next.entry);
  }
  return { account: current, entries };
}

/**
 * One step of the replay: the account after an entry. With every grant the closed buckets leave the account, so that it
 * stays as small, and a renewal as cheap, in the tenth year as in the first. Throws an Error for an entry that cannot
 * follow.
 */
export function apply(account: CreditAccount, entry: Entry): CreditAccount {
  const { hash, ...unsealed } = entry;
  if (entry.sequence !== account.head.sequence + 1 || entry.previousHash !== account.head.hash) {
    throw new Error(`entry ${entry.sequence} does not follow ${account.head.sequence} of ${account.memberId}`);
  }
  if (hashOf(unsealed) !== hash) throw new Error(`entry ${entry.sequence} of ${account.memberId} has been changed`);
  return { ...account, buckets: bucketsAfter(account, entry), head: { sequence: entry.sequence, hash } };
}

function bucketsAfter({ buckets }: CreditAccount, entry: Entry): Bucket[] {
  const { bucketId, opens } = entry;
  if (isUncounted(entry)) return [...buckets];
  const bucket = buckets.find((candidate) => candidate.bucketId === bucketId);
  if (opens) {
    if (bucket) throw new Error(`bucket ${bucketId} is already open`);
    return [...buckets.filter((candidate) => !isClosed(candidate, entry.on)), opened(entry, opens)];
  }
  if (!bucket) throw new Error(`bucket ${bucketId} is not open`);
  const after = changed(bucket, entry);
  return buckets.map((candidate) => (candidate === bucket ? after : candidate));
}

/** The account that a member's entries, in order, add up to. Throws an Error that names the first broken entry. */
export function replay(memberId: string, entries: readonly Entry[]): CreditAccount {
  const start: CreditAccount = { memberId, buckets: [], head: { sequence: 0, hash: '0'.repeat(64) } };
  return entries.reduce(apply, start);
}
