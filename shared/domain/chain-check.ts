import { hashOf } from './credit-chain.ts';
import { type Finding, finding, type LedgerKind } from './ledger-finding.ts';

/** What both ledgers’ entries have to say of their place in the chain. */
export interface Link {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

const noEntry = '0'.repeat(64);

/**
 * Where a chain is broken (invariant C2.9): an entry that was changed, is missing, was put in or stands elsewhere. Each
 * entry is looked at for itself, so one that was changed does not hide another.
 */
export function chainFindings(ledger: LedgerKind, memberId: string, entries: readonly Link[]): Finding[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const { hash, ...unsealed } = entry;
    const at = { ledger, memberId, sequence: entry.sequence };
    const say = (detail: string) => finding('chain_unbroken', at, detail);
    const found: Finding[] = [];
    const expected = (before?.sequence ?? 0) + 1;
    if (entry.sequence !== expected) found.push(say(`stands where entry ${expected} should be`));
    else if (entry.previousHash !== (before?.hash ?? noEntry)) {
      found.push(say(before ? `does not follow entry ${before.sequence} as it is` : 'is not how a ledger begins'));
    }
    if (hashOf(unsealed) !== hash) found.push(say('is not as it was written'));
    return found;
  });
}
