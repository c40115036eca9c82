import type { Bucket, CreditAccount, Entry } from './credit-account.ts';
import type { Invoice } from './invoice.ts';
import { type Finding, finding, type Invariant } from './ledger-finding.ts';

/** Everything about a member’s credits that the invariants look at: the entries by sequence, and what they are held against. */
export interface CreditBook {
  readonly memberId: string;
  readonly entries: readonly Entry[];
  /** The account as it is stored; absent where only the entries are known. */
  readonly stored?: CreditAccount;
  /** All invoices of the member; absent where they are not known. */
  readonly invoices?: readonly Pick<Invoice, 'invoiceId' | 'state' | 'grants'>[];
  /** The other half of a transfer, by the entry’s sequence; absent where the other accounts are not known. */
  readonly counterparts?: ReadonlyMap<number, Entry | undefined>;
}

/** What an invariant finds in a book; nothing when it holds. Throws for no entries, however damaged. */
export type CreditInvariant = (book: CreditBook) => Finding[];

/** A finding about an entry, or about a bucket or the whole account. */
export const foundIn = (
  invariant: Invariant,
  { memberId }: Pick<CreditBook, 'memberId'>,
  at: Partial<Pick<Entry, 'sequence' | 'bucketId'>>,
  detail: string,
): Finding => finding(invariant, { ledger: 'credits', memberId, ...at }, detail);

/** What entries say of one bucket so far, in units; written out from rule C2.1 and from nothing else. */
export interface Tally {
  readonly available: number;
  readonly held: number;
}

const nothing: Tally = { available: 0, held: 0 };

/** The sum after one more entry, as rule C2.1 has it: not by the code that keeps the account, which it is to check. */
function tallied({ available, held }: Tally, { kind, units, hold }: Entry): Tally {
  switch (kind) {
    case 'GRANT':
    case 'RESTORE':
    case 'TRANSFER_IN':
    case 'ADJUST':
    case 'CORRECT':
      return { available: available + units, held };
    case 'EXPIRE':
    case 'TRANSFER_OUT':
      return { available: available - units, held };
    case 'HOLD':
      return { available: available - units, held: held + units };
    case 'RELEASE':
      return { available: available + units, held: held - units };
    case 'CONSUME':
      return hold === undefined ? { available: available - units, held } : { available, held: held - units };
    case 'FREEZE':
    case 'UNFREEZE':
    case 'USE':
    case 'UNUSE':
      return { available, held };
    default:
      return kind satisfies never;
  }
}

/** The sums of all buckets after each entry. */
export function* tallies(
  entries: readonly Entry[],
): Generator<{ readonly entry: Entry; readonly tally: Tally; readonly all: ReadonlyMap<string, Tally> }> {
  const all = new Map<string, Tally>();
  for (const entry of entries) {
    const tally = tallied(all.get(entry.bucketId) ?? nothing, entry);
    all.set(entry.bucketId, tally);
    yield { entry, tally, all };
  }
}

/** The sums of all buckets in the end. */
export function tallyOf(entries: readonly Entry[]): ReadonlyMap<string, Tally> {
  let last: ReadonlyMap<string, Tally> = new Map();
  for (const { all } of tallies(entries)) last = all;
  return last;
}

/** What a stored bucket says of the same. */
export const statedBy = ({ available, holds = [] }: Pick<Bucket, 'available' | 'holds'>): Tally => ({
  available,
  held: holds.reduce((sum, { units }) => sum + units, 0),
});
