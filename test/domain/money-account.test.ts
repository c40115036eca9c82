import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  emptyMoneyAccount,
  enterMoney,
  type MoneyDraft,
  type MoneyEntry,
  replayMoney,
} from '../../shared/domain/money-account.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

const memberId = 'mbr_01JAB000000000000000000001';
const entry = (kind: MoneyDraft['kind'], amount: number): MoneyDraft => ({
  kind,
  amount,
  reason: { code: 'test' },
  actor: { kind: 'system', job: 'test' },
  causeId: 'test',
  on: '2026-03-01',
  at: 0,
});

// 002-032, rule C11
describe('account credit', () => {
  test('is used to the last cent and never by one more', () => {
    const { account } = enterMoney(emptyMoneyAccount(memberId, 'USD'), entry('TOP_UP', 5000));
    expect(enterMoney(account, entry('APPLY', 5000)).account.balance).toBe(0);
    expect(() => enterMoney(account, entry('APPLY', 5001))).toThrow(
      expect.objectContaining({ code: 'account_credit_too_low' }),
    );
    expect(() => enterMoney(account, entry('ADJUST', -5001))).toThrow(
      expect.objectContaining({ code: 'account_credit_too_low' }),
    );
  });

  test('is never below zero, and is what its entries add up to, whatever is asked of it', () => {
    const ask = fc.record({
      kind: fc.constantFrom<MoneyDraft['kind'][]>('TOP_UP', 'ADJUST', 'APPLY', 'RETURN'),
      amount: fc.integer({ min: 0, max: 9000 }),
      takes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 30 }), (asks) => {
        let account = emptyMoneyAccount(memberId, 'USD');
        const entries: MoneyEntry[] = [];
        for (const { kind, amount, takes } of asks) {
          try {
            const after = enterMoney(account, entry(kind, kind === 'ADJUST' && takes ? -amount : amount));
            account = after.account;
            entries.push(after.entry);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          expect(account.balance).toBeGreaterThanOrEqual(0);
        }
        expect(replayMoney(memberId, 'USD', entries)).toEqual(account);
      }),
    );
  });
});
