import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Bucket, type CreditAccount, type Entry, type EntryDraft, isClosed } from './credit-account.ts';

/** JSON with keys in order and absent values left out, so that equal entries have equal text. */
function canonical(value: unknown): string {
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

/** What an entry does to the balance of its bucket. */
export function signedUnits(entry: Pick<Entry, 'kind' | 'units'>): number {
  switch (entry.kind) {
    case 'GRANT':
    case 'RESTORE':
    case 'ADJUST':
      return entry.units;
    case 'CONSUME':
    case 'EXPIRE':
      return -entry.units;
    case 'FREEZE':
    case 'UNFREEZE':
      return 0;
    default:
      return entry.kind satisfies never;
  }
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
  return {
    ...account,
    buckets: entry.opens ? [...stillOpen(account, entry), open(account, entry, entry.opens)] : change(account, entry),
    head: { sequence: entry.sequence, hash },
  };
}

const stillOpen = ({ buckets }: CreditAccount, { on }: Entry): Bucket[] =>
  buckets.filter((bucket) => !isClosed(bucket, on));

function open(account: CreditAccount, entry: Entry, terms: NonNullable<Entry['opens']>): Bucket {
  if (account.buckets.some((bucket) => bucket.bucketId === entry.bucketId)) {
    throw new Error(`bucket ${entry.bucketId} is already open`);
  }
  return { bucketId: entry.bucketId, ...terms, granted: entry.units, available: entry.units };
}

function change(account: CreditAccount, entry: Entry): Bucket[] {
  if (!account.buckets.some((bucket) => bucket.bucketId === entry.bucketId)) {
    throw new Error(`bucket ${entry.bucketId} is not open`);
  }
  return account.buckets.map((bucket) => {
    if (bucket.bucketId !== entry.bucketId) return bucket;
    const available = bucket.available + signedUnits(entry);
    if (available < 0) throw new Error(`bucket ${entry.bucketId} would go below zero`);
    // What is taken back or added later was not used: it changes what was given.
    const granted = entry.kind === 'ADJUST' ? Math.max(available, bucket.granted + entry.units) : bucket.granted;
    const { frozen: wasFrozen, ...thawed } = bucket;
    const frozen = entry.kind === 'FREEZE' || (wasFrozen && entry.kind !== 'UNFREEZE');
    return {
      ...thawed,
      granted,
      available,
      ...(frozen ? { frozen } : {}),
      ...(entry.extendsTo === undefined ? {} : { expiresOn: entry.extendsTo }),
    };
  });
}

/** The account that a member's entries, in order, add up to. Throws an Error that names the first broken entry. */
export function replay(memberId: string, entries: readonly Entry[]): CreditAccount {
  const start: CreditAccount = { memberId, buckets: [], head: { sequence: 0, hash: '0'.repeat(64) } };
  return entries.reduce(apply, start);
}
