import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import { append } from '../../shared/domain/credit-chain.ts';
import { amountRefunded, type Invoice } from '../../shared/domain/invoice.ts';
import { emptyMoneyAccount, enterMoney, type MoneyEntry, replayMoney } from '../../shared/domain/money-account.ts';
import {
  claimRefund,
  mostRefundable,
  outsidePart,
  type RefundBooks,
  type RefundStep,
  recordRefund,
  settleRefund,
} from '../../shared/domain/refund.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { memberId, membershipId, monthOf, paidInvoice, serviceId } from '../support/invoices.ts';

const occasion = { actor: { kind: 'operator' }, causeId: 'test', today: '2026-04-02', at: 1 } as const;
const bucketId = `${membershipId}.2.facials`;
const ask = { reason: 'requested', takesBack: true, by: 'stf_01JB0000000000000000000000', askId: 'ask' } as const;

/** A month of $89 with two visits; `credit` of it was paid from account credit, the rest by `kind`. */
function books(credit = 0, kind: 'card' | 'desk' = 'card'): RefundBooks {
  const invoice = paidInvoice([monthOf('Glow', 8900)], 'USD', { creditApplied: credit });
  const amount = 8900 - credit;
  const card = { kind: 'card', paymentIntentId: 'pi_1', brand: 'visa', last4: '4242', amount } as const;
  const desk = { kind: 'desk', method: 'cash', staffId: ask.by, amount } as const;
  const paid = amount === 0 ? ({ kind: 'account_credit' } as const) : kind === 'card' ? card : desk;
  const { account } = append(emptyAccount(memberId), {
    ...{ kind: 'GRANT', bucketId, units: 2, reason: { code: 'membership_period' }, actor: occasion.actor },
    ...{ causeId: 'test', on: '2026-03-31', at: 0 },
    opens: { kind: 'visits', serviceIds: [serviceId], grantedOn: '2026-03-31', source: { kind: 'staff' } },
  });
  return { invoice: { ...invoice, payment: paid }, account, money: emptyMoneyAccount(memberId, 'USD') };
}

/** A payment of $89 into account credit, of which `spent` is gone. */
function paidIn(spent: number): RefundBooks {
  const { invoice, account } = books();
  const add = (money: RefundBooks['money'], kind: 'TOP_UP' | 'APPLY', amount: number) =>
    enterMoney(money, {
      kind,
      amount,
      reason: { code: 'test' },
      actor: occasion.actor,
      causeId: 't',
      on: '2026-04-01',
      at: 0,
    }).account;
  const full = add(emptyMoneyAccount(memberId, 'USD'), 'TOP_UP', 8900);
  return {
    invoice: { ...invoice, cause: { kind: 'account_credit' }, grants: [] },
    account,
    money: spent === 0 ? full : add(full, 'APPLY', spent),
  };
}

const after = ({ account }: RefundBooks, { invoice, credits, money }: RefundStep): RefundBooks => ({
  invoice,
  account: credits.entries.length === 0 ? account : credits.account,
  money,
});

const claim = (before: RefundBooks, amount: number, more: object = {}) =>
  after(before, claimRefund(before, { ...ask, amount, ...more }, occasion));

function settled(before: RefundBooks, n: number, state: 'done' | 'failed' | 'pending', refundId?: string): RefundBooks {
  const step = settleRefund(before, n, { state, refundId }, occasion);
  return step ? after(before, step) : before;
}

const left = ({ account }: RefundBooks) => account.buckets[0]?.available;
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('giving money back', () => {
  test('goes to the card first, up to what the card paid, and the rest to account credit', () => {
    const first = settled(claim(books(2000), 6000), 1, 'done');
    expect(first.invoice.refunds).toMatchObject([{ n: 1, state: 'done', amount: 6000, toAccountCredit: 0 }]);
    const second = settled(claim(first, 2900), 2, 'done');
    expect(second.invoice.refunds[1]).toMatchObject({ amount: 2900, toAccountCredit: 2000 });
    expect(second.money.balance).toBe(2000);
  });

  test('a month that account credit paid alone goes back there', () => {
    const back = settled(claim(books(8900), 8900), 1, 'done');
    expect(back.money.balance).toBe(8900);
    expect(back.invoice.refunds[0]?.toAccountCredit).toBe(8900);
  });

  test('takes back the unused visits when it is done, and not before', () => {
    const claimed = claim(books(), 8900);
    expect(left(claimed)).toBe(2);
    expect(left(settled(claimed, 1, 'done'))).toBe(0);
    expect(left(settled(claim(books(), 8900, { takesBack: false }), 1, 'done'))).toBe(2);
  });

  test('writes down exactly the visits that went with it, so that the receipt and the mail can say so', () => {
    for (const takesBack of [true, false]) {
      const before = claim(books(), 8900, { takesBack });
      const after = settled(before, 1, 'done');
      const gone = (left(before) ?? 0) - (left(after) ?? 0);
      const written = after.invoice.refunds[0]?.tookBack ?? [];
      expect(written.reduce((sum, { units }) => sum + units, 0)).toBe(gone);
    }
    expect(settled(claim(books(), 8900), 1, 'failed').invoice.refunds[0]?.tookBack).toBeUndefined();
  });

  test('that the provider refuses leaves everything as it was, and can be asked again', () => {
    const failed = settled(claim(books(), 8900), 1, 'failed');
    expect(left(failed)).toBe(2);
    expect(mostRefundable(failed.invoice, failed.money)).toBe(8900);
    expect(settled(claim(failed, 8900), 2, 'done').invoice.refunds).toMatchObject([
      { state: 'failed' },
      { state: 'done' },
    ]);
  });

  test('counts once, whatever is reported again or late', () => {
    const done = settled(claim(books(2000), 8900), 1, 'done', 're_1');
    for (const state of ['done', 'pending', 'failed'] as const) expect(settled(done, 1, state, 're_1')).toBe(done);
  });

  test('that comes back from the card’s bank later is not given any more; the visits are staff’s to decide', () => {
    const returned = settled(settled(claim(books(), 8900), 1, 'done', 're_1'), 1, 'failed', 're_1');
    expect(amountRefunded(returned.invoice)).toBe(0);
    expect(left(returned)).toBe(0);
  });

  test('of money paid in takes it out of account credit first, and only what is unspent', () => {
    expect(codeOf(() => claim(paidIn(3000), 6000))).toBe('refund_too_high');
    const claimed = claim(paidIn(3000), 5900);
    expect(claimed.money.balance).toBe(0);
    expect(settled(claimed, 1, 'done').money.balance).toBe(0);
    expect(settled(claimed, 1, 'failed').money.balance).toBe(5900);
  });

  test.each<[string, Partial<Invoice>, number, string]>([
    ['an invoice that is open', { state: 'open' }, 100, 'not_a_paid_invoice'],
    ['more than was paid', {}, 8901, 'refund_too_high'],
    ['nothing', {}, 0, 'refund_too_high'],
    [
      'a payment that the bank has taken back',
      { dispute: { disputeId: 'd', state: 'lost', at: 0 } },
      1,
      'refund_too_high',
    ],
  ])('is refused for %s', (_, more, amount, code) => {
    const before = books();
    expect(codeOf(() => claim({ ...before, invoice: { ...before.invoice, ...more } }, amount))).toBe(code);
  });
});

describe('a refund in the provider’s own dashboard (rule I8)', () => {
  const record = (before: RefundBooks, amount: number, refundId: string): RefundBooks => {
    const step = recordRefund(before, { refundId, amount, state: 'done' }, occasion);
    return step ? after(before, step) : before;
  };

  test('in part leaves the visits, in full takes them back', () => {
    const part = record(books(), 4000, 're_1');
    expect(left(part)).toBe(2);
    expect(left(record(part, 4900, 're_2'))).toBe(0);
  });

  test('of money paid in takes what is left of it, never more', () => {
    expect(record(paidIn(3000), 8900, 're_1').money.balance).toBe(0);
  });

  test('that failed was none', () => {
    expect(recordRefund(books(), { refundId: 're_1', amount: 1, state: 'failed' }, occasion)).toBeUndefined();
  });
});

test('no sequence of refunds gives back more than was paid, by any way, nor breaks a ledger', () => {
  const step = fc.record({
    amount: fc.integer({ min: 1, max: 9000 }),
    outcome: fc.constantFrom('done', 'failed', 'pending', 'unknown'),
    at: fc.constantFrom('desk', 'provider'),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8900 }),
      fc.constantFrom('card' as const, 'desk' as const),
      fc.array(step, { maxLength: 12 }),
      (credit, kind, steps) => {
        let now = books(credit, kind);
        const entries: MoneyEntry[] = [];
        const take = (made: RefundStep | undefined) => {
          if (made?.moneyEntry) entries.push(made.moneyEntry);
          if (made) now = after(now, made);
        };
        for (const [index, { amount, outcome, at }] of steps.entries()) {
          const outside = now.invoice.refunds.reduce((sum, r) => sum + (r.state === 'failed' ? 0 : outsidePart(r)), 0);
          if (at === 'provider' && outcome !== 'unknown') {
            // The provider itself never gives back more than the card paid.
            const fits = kind === 'card' && outside + amount <= 8900 - credit;
            if (fits) take(recordRefund(now, { refundId: `re_${index}`, amount, state: outcome }, occasion));
            continue;
          }
          if (codeOf(() => claimRefund(now, { ...ask, amount }, occasion)) !== 'done') continue;
          const claimed = claimRefund(now, { ...ask, amount }, occasion);
          take(claimed);
          if (outcome !== 'unknown') take(settleRefund(now, claimed.refund.n, { state: outcome }, occasion));
        }
        const given = now.invoice.refunds.filter(({ state }) => state !== 'failed');
        expect(amountRefunded(now.invoice)).toBeLessThanOrEqual(8900);
        expect(given.reduce((sum, refund) => sum + outsidePart(refund), 0)).toBeLessThanOrEqual(8900 - credit);
        const done = given.filter(({ state }) => state === 'done');
        expect(now.money.balance).toBe(done.reduce((sum, { toAccountCredit }) => sum + toAccountCredit, 0));
        expect(replayMoney(memberId, 'USD', entries)).toEqual(now.money);
      },
    ),
  );
});
