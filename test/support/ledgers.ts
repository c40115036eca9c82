import { expect } from '@jest/globals';
import { EntryRow } from '../../functions/store/credit-writes.ts';
import { MoneyRow } from '../../functions/store/money-writes.ts';
import { replay } from '../../shared/domain/credit-chain.ts';
import { replayMoney } from '../../shared/domain/money-account.ts';
import { type BillingTestWorld, memberId } from './billing-world.ts';

/** Holds that credits and account credit are what their entries add up to, and never below zero (invariants C2, C11). */
export async function expectLedgersInOrder(world: BillingTestWorld): Promise<void> {
  const { account, money } = await world.member();
  const data = (prefix: string) => world.table.rows().flatMap((row) => (row.sk.startsWith(prefix) ? [row.data] : []));
  const bySequence = (a: { sequence: number }, b: { sequence: number }) => a.sequence - b.sequence;
  const entries = data('ENTRY#').map((row) => EntryRow.parse(row).entry);
  expect(replay(memberId, entries.sort(bySequence))).toEqual(account.value);
  const moved = data('MONEY#').map((row) => MoneyRow.parse(row).entry);
  const paidIn = replayMoney(memberId, world.business.currency, moved.sort(bySequence));
  expect(paidIn.balance).toBe(money?.value.balance ?? 0);
  expect(paidIn.balance).toBeGreaterThanOrEqual(0);
  for (const { available } of account.value.buckets) expect(available).toBeGreaterThanOrEqual(0);
}
