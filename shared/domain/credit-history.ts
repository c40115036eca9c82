import type { CreditAccount, Entry } from './credit-account.ts';
import { replay } from './credit-chain.ts';
import { type MoneyEntry, signedAmount } from './money-account.ts';

/**
 * A member’s credits as they were at an instant, in milliseconds (rule C2.10): what the entries up to then add up to.
 * `entries` are all of them, by sequence. Two that were decided at almost the same time may stand in the other order than
 * their instants, so the account is the one after the last entry that had happened by then.
 * Throws an Error that names the first entry that was changed or is missing.
 */
export function balanceAt(memberId: string, entries: readonly Entry[], instant: number): CreditAccount {
  const last = entries.findLastIndex(({ at }) => at <= instant);
  return replay(memberId, entries.slice(0, last + 1));
}

/** The same of account credit, in minor units. */
export function moneyAt(entries: readonly MoneyEntry[], instant: number): number {
  const last = entries.findLastIndex(({ at }) => at <= instant);
  return entries.slice(0, last + 1).reduce((sum, entry) => sum + signedAmount(entry), 0);
}
