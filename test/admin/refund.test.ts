import { describe, expect, test } from '@jest/globals';
import { speechOf } from '../../frontend/admin/app/speech.ts';
import { refundEffect } from '../../frontend/admin/invoices/refund.ts';
import { effectSentences, usedWords } from '../../frontend/admin/invoices/refund-words.ts';
import type { StaffInvoiceView } from '../../shared/contract/billing-views.ts';

const speech = speechOf('en-IE');
const eur = (amount: number) => ({ amount, currency: 'EUR' as const });
type Refunded = Pick<
  StaffInvoiceView,
  'kind' | 'total' | 'refundable' | 'takenBack' | 'payment' | 'refunds' | 'usedUnits' | 'unusedUnits'
>;
/** €129, of which €20 came from account credit; one visit of two is left. */
const invoice: Refunded = {
  kind: 'membership',
  total: eur(12900),
  refundable: eur(12900),
  takenBack: [{ kind: 'visits', serviceIds: ['haircut'], units: 1 }],
  payment: { kind: 'card', brand: 'visa', last4: '4242', amount: 10900 },
  refunds: [],
  usedUnits: 1,
  unusedUnits: 1,
};
const effect = (typed: string, takeBack = true, of = invoice) => refundEffect(typed, takeBack, of);
const say = (typed: string, takeBack = true, of = invoice) => {
  const found = effect(typed, takeBack, of);
  return found && effectSentences(of, found, speech, (_, units) => `${units} haircut visit`);
};

describe('what giving money back would do (rule C8)', () => {
  test('part of it goes back to the card; used visits stay used', () => {
    expect(say('64.50')).toEqual([
      '€64.50 goes back to Visa •••• 4242. Banks take up to ten days.',
      'Taken back: 1 haircut visit.',
      '€64.50 of this payment stays with you.',
    ]);
    expect(usedWords(invoice, speech.words)).toBe('1 of 2 visits used.');
  });

  test('all of it: the card gets what it paid, account credit the rest', () => {
    expect(effect('129')).toMatchObject({ amount: 12900, outside: 10900, keeps: 0 });
    expect(say('129')?.slice(0, 2)).toEqual([
      '€109.00 goes back to Visa •••• 4242. Banks take up to ten days.',
      '€20.00 goes back to account credit.',
    ]);
  });

  test('after a part was given back, the card has only the rest to get; a refund that failed does not count', () => {
    const refund = { n: 1, amount: 10000, toAccountCredit: 0, at: 0, tookBack: [] };
    const later = { ...invoice, refundable: eur(2900) };
    expect(effect('29', true, { ...later, refunds: [{ ...refund, state: 'done' }] })?.outside).toBe(900);
    expect(effect('29', true, { ...later, refunds: [{ ...refund, state: 'failed' }] })?.outside).toBe(2900);
  });

  test('the client may keep the credits', () => {
    expect(say('50', false)).toContain('The client keeps all credits.');
    expect(say('50', false, { ...invoice, takenBack: [] })).not.toContain('The client keeps all credits.');
  });

  test.each(['', '0', '129.01', 'all'])('“%s” is nothing that can be given back', (typed) => {
    expect(effect(typed)).toBeUndefined();
  });

  test('money that was paid at the desk is handed over there', () => {
    const desk = (method: 'cash' | 'transfer') => ({
      ...invoice,
      payment: { kind: 'desk' as const, method, amount: 12900 },
    });
    expect(say('10', true, desk('cash'))?.[0]).toBe('Please hand over €10.00: it was paid at the desk.');
    expect(say('10', true, desk('transfer'))?.[0]).toMatch(/^Please transfer €10\.00 back/);
  });

  test('money that was paid into account credit leaves it again', () => {
    expect(say('10', true, { ...invoice, kind: 'account_credit' })).toContain('€10.00 leaves account credit.');
  });
});
