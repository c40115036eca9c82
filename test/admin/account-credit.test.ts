import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AccountCreditDraft,
  readAccountCredit,
  reasonsOf,
  signed,
} from '../../frontend/admin/account-credit/account-credit-draft.ts';
import { speechOf } from '../../frontend/admin/app/speech.ts';
import { amountForTyping } from '../../frontend/common/amounts.ts';

const balance = { amount: 2000, currency: 'EUR' } as const;
const draft: AccountCreditDraft = { direction: 'add', amount: '25', reason: 'goodwill', note: '' };
const read = (change: Partial<AccountCreditDraft> = {}) => readAccountCredit({ ...draft, ...change }, balance);

describe('changing account credit by hand (002-031)', () => {
  test('what is added goes up, what is taken off goes down, and what will be there is known before', () => {
    expect(read()).toMatchObject({ after: 4500, body: { amount: 2500, reason: 'goodwill' } });
    expect(read({ direction: 'take_off', amount: '5,50', reason: 'paid_out' })).toMatchObject({
      after: 1450,
      body: { amount: -550, reason: 'paid_out' },
    });
  });

  test('more than there is cannot be taken off, all of it can', () => {
    const off = { direction: 'take_off', reason: 'paid_out' } as const;
    expect(read({ ...off, amount: '20.01' })).toEqual({ after: -1, problems: { amount: 'too_low' } });
    expect(read({ ...off, amount: '20' }).body?.amount).toBe(-2000);
  });

  test.each(['', '0', 'much', '-5'])('“%s” is no change', (amount) => {
    expect(read({ amount })).toEqual({ after: undefined, problems: { amount: 'unreadable' } });
  });

  test('a change needs a reason; an empty note is not sent', () => {
    expect(read({ reason: '' })).toEqual({ after: 4500, problems: { reason: 'missing' } });
    expect(read({ note: '  ' }).body).not.toHaveProperty('note');
    expect(read({ note: ' for the wait ' }).body?.note).toBe('for the wait');
  });

  test('nobody pays in by taking off', () => {
    expect(reasonsOf.take_off).not.toContain('paid_in');
    expect(reasonsOf.add).not.toContain('paid_out');
  });

  test('whatever amount is typed, nothing that is sent leaves less than nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom('add' as const, 'take_off' as const),
        (amount, direction) => {
          const typed = amountForTyping({ amount, currency: 'EUR' }, 'de-DE');
          const { after, body } = read({ direction, amount: typed, reason: 'correction' });
          if (body === undefined) expect(amount === 0 || (direction === 'take_off' && amount > 2000)).toBe(true);
          else expect([after, 2000 + body.amount]).toEqual([2000 + body.amount, Math.max(0, 2000 + body.amount)]);
        },
      ),
    );
  });

  test('a line of the history carries its sign', () => {
    const { money } = speechOf('en-IE');
    expect([2000, -2000].map((amount) => signed(amount, 'EUR', money))).toEqual(['+€20.00', '−€20.00']);
  });
});
