import { type ChainPlace, chainStart, followChain } from './chain-check.ts';
import { Entry } from './credit-account.ts';
import { creditFindings } from './credit-invariants.ts';
import type { LedgerHead } from './ledger-day.ts';
import { type AccountPart, accountPart, type RawEntry } from './ledger-export.ts';
import { faultOf, type LedgerFault } from './ledger-fault.ts';
import type { Finding } from './ledger-finding.ts';
import { MoneyEntry } from './money-account.ts';
import { moneyFindings } from './money-invariants.ts';

/**
 * Checks one account of an export: whose it is, each entry, their order, where it ends, and that everything a day was
 * closed with is there. What the entries mean is looked at when they are as they were written.
 */
export class AccountVerifier {
  readonly faults: LedgerFault[] = [];
  private readonly entries: RawEntry[] = [];
  private readonly hashes = new Map<number, string>();
  private place: ChainPlace = chainStart;
  private unread = 0;
  private readonly part: AccountPart;
  private readonly line: number;
  private readonly heads: readonly LedgerHead[];

  /** `heads` are what days were closed with, oldest first; `line` is where the account begins. */
  constructor(business: string, part: AccountPart, line: number, heads: readonly LedgerHead[]) {
    this.part = part;
    this.line = line;
    this.heads = heads;
    const { memberId, ledger, head } = part;
    if (accountPart(business, { memberId, ledger, head }).digest !== part.digest) {
      this.say(line, undefined, 'is another account than the one that was copied, or ends elsewhere');
    }
  }

  /** Whether entries of it are still to come. */
  get isOpen(): boolean {
    return this.place.sequence < this.part.head.sequence;
  }

  get count(): number {
    return this.entries.length + this.unread;
  }

  /** Entries that no closed day covers yet. */
  get uncovered(): number {
    return Math.max(0, this.count - (this.heads.at(-1)?.sequence ?? 0));
  }

  /** Transfers, whose other halves are in other accounts; empty while something is wrong. */
  get transfers(): readonly Entry[] {
    return this.faults.length > 0 || this.part.ledger !== 'credits'
      ? []
      : parsed(Entry, this.entries).filter(({ counterpart }) => counterpart !== undefined);
  }

  take(entry: RawEntry, line: number): void {
    const { after, fault } = followChain(this.place, entry);
    if (fault) this.say(line, fault.sequence, fault.detail);
    this.place = after;
    this.entries.push(entry);
    if (after.hash !== undefined && after.sequence === entry.sequence) this.hashes.set(entry.sequence, entry.hash);
  }

  /** An entry’s line that is none: it takes the entry’s place. */
  unreadable(line: number, why: string): void {
    const sequence = this.place.sequence + 1;
    this.say(line, sequence, why);
    this.place = { sequence, hash: undefined };
    this.unread += 1;
  }

  /** What is wrong once all lines are in; `line` is the one behind. */
  end(line: number): void {
    const { head } = this.part;
    const { sequence } = this.place;
    if (sequence < head.sequence) {
      const more = sequence + 1 === head.sequence ? '' : `, and all up to entry ${head.sequence}`;
      this.say(line, sequence + 1, `is missing${more}: the account ends before`);
    }
    if (sequence > head.sequence) this.say(line, head.sequence + 1, 'stands behind the end of the account');
    this.expect(head, 'the account ended with');
    for (const sealed of this.heads) this.expect(sealed, 'a day was closed with');
    if (this.faults.length === 0) this.faults.push(...this.meaning().map((found) => faultOf(this.line, found)));
  }

  /** The entry with which something ended; one that is missing or changed was named already. */
  private expect({ sequence, hash }: { readonly sequence: number; readonly hash: string }, what: string): void {
    const found = this.hashes.get(sequence);
    const isNamed = this.faults.some((fault) => fault.sequence === sequence || fault.what.startsWith('is missing'));
    if (found === hash || (found === undefined && isNamed)) return;
    const detail = found === undefined ? `is missing, and ${what} it` : `is another entry than the one that ${what}`;
    this.say(this.line, sequence, detail);
  }

  /** The invariants; of entries that a newer version wrote, which this one cannot read, nothing is claimed. */
  private meaning(): readonly Finding[] {
    const { memberId, ledger } = this.part;
    if (ledger === 'money') {
      const entries = parsed(MoneyEntry, this.entries);
      return entries.length === this.entries.length ? moneyFindings({ memberId, entries }) : [];
    }
    const entries = parsed(Entry, this.entries);
    return entries.length === this.entries.length ? creditFindings({ memberId, entries }) : [];
  }

  private say(line: number, sequence: number | undefined, what: string): void {
    const { memberId, ledger } = this.part;
    this.faults.push({ line, ledger, memberId, ...(sequence === undefined ? {} : { sequence }), what });
  }
}

interface Schema<Output> {
  safeParse(value: unknown): { readonly data?: Output | undefined };
}

const parsed = <Output>(schema: Schema<Output>, raw: readonly unknown[]): Output[] =>
  raw.flatMap((entry) => schema.safeParse(entry).data ?? []);
