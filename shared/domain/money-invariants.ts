import { chainFindings } from './chain-check.ts';
import { type Finding, finding, type Invariant } from './ledger-finding.ts';
import type { MoneyAccount, MoneyEntry } from './money-account.ts';

/** Everything about a member’s account credit that the invariants look at. */
export interface MoneyBook {
  readonly memberId: string;
  readonly entries: readonly MoneyEntry[];
  /** As it is stored, null when there is none; absent where only the entries are known. */
  readonly stored?: Pick<MoneyAccount, 'balance' | 'head'> | null;
}

const found = (invariant: Invariant, { memberId }: MoneyBook, sequence: number | undefined, detail: string): Finding =>
  finding(invariant, { ledger: 'money', memberId, sequence }, detail);

/** Rule C11, written out apart from the code that keeps the account: an invoice takes, everything else gives. */
const signed = ({ kind, amount }: MoneyEntry): number => {
  switch (kind) {
    case 'TOP_UP':
    case 'ADJUST':
    case 'RETURN':
      return amount;
    case 'APPLY':
      return -amount;
    default:
      return kind satisfies never;
  }
};

/** Everything that is wrong with a member’s account credit; empty when all invariants hold. Minor units. */
export function moneyFindings(book: MoneyBook): Finding[] {
  const { memberId, entries, stored } = book;
  const findings = chainFindings('money', memberId, entries);
  let balance = 0;
  for (const entry of entries) {
    balance += signed(entry);
    if (balance < 0) findings.push(found('never_below_zero', book, entry.sequence, `leaves ${balance}`));
    const isPositive = entry.amount > 0 || entry.kind === 'ADJUST';
    if (!isPositive) findings.push(found('replay_matches', book, entry.sequence, `moves ${entry.amount}`));
  }
  if (stored === null && entries.length > 0) {
    findings.push(found('replay_matches', book, undefined, 'there are entries and no account'));
  }
  if (stored === undefined || stored === null) return findings;
  if (stored.balance !== balance) {
    findings.push(found('replay_matches', book, undefined, `holds ${stored.balance}, its entries give ${balance}`));
  }
  const last = entries.at(-1);
  if (stored.head.sequence !== (last?.sequence ?? 0) || (last && stored.head.hash !== last.hash)) {
    const detail = `the account ends with entry ${stored.head.sequence}, its entries with ${last?.sequence ?? 0}`;
    findings.push(found('replay_matches', book, undefined, detail));
  }
  return findings;
}
