import { hashOf } from './credit-chain.ts';
import { type Finding, finding, type LedgerKind } from './ledger-finding.ts';

/** What both ledgers’ entries have to say of their place in the chain. */
export interface Link {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** How far a chain has been followed. The hash is undefined behind an entry that is not as it was written. */
export interface ChainPlace {
  readonly sequence: number;
  readonly hash: string | undefined;
}

export const chainStart: ChainPlace = { sequence: 0, hash: '0'.repeat(64) };

/** Where a chain is after one more entry, and what is wrong with the entry of that number. */
interface ChainStep {
  readonly after: ChainPlace;
  readonly fault?: { readonly sequence: number; readonly detail: string };
}

/**
 * Follows a chain by one entry (invariant C2.9). Each is looked at for itself, so one that was changed does not hide
 * another; of one that was changed its own number is not believed, and it is named by its place.
 */
export function followChain(before: ChainPlace, entry: Link): ChainStep {
  const { hash, ...unsealed } = entry;
  const expected = before.sequence + 1;
  if (hashOf(unsealed) !== hash) {
    const after = { sequence: expected, hash: undefined };
    return { after, fault: { sequence: expected, detail: 'is not as it was written' } };
  }
  const { sequence, previousHash } = entry;
  if (sequence < expected) {
    return { after: before, fault: { sequence, detail: `stands where entry ${expected} should be` } };
  }
  const after = { sequence, hash };
  if (sequence > expected) {
    const more = sequence === expected + 1 ? '' : `, and all up to entry ${sequence - 1}`;
    return { after, fault: { sequence: expected, detail: `is missing${more}` } };
  }
  if (before.hash === undefined || before.hash === previousHash) return { after };
  const detail = expected === 1 ? 'is not how a ledger begins' : `does not follow entry ${before.sequence} as it is`;
  return { after, fault: { sequence, detail } };
}

/** Where a chain is broken: an entry that was changed, is missing, was put in or stands elsewhere. */
export function chainFindings(ledger: LedgerKind, memberId: string, entries: readonly Link[]): Finding[] {
  const found: Finding[] = [];
  let place = chainStart;
  for (const entry of entries) {
    const { after, fault } = followChain(place, entry);
    if (fault) found.push(finding('chain_unbroken', { ledger, memberId, sequence: fault.sequence }, fault.detail));
    place = after;
  }
  return found;
}
