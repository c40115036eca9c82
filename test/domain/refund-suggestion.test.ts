import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { invoiceNumber } from '../../shared/domain/invoice-number.ts';
import { grantsLeft, refundableAmount, suggestRefund } from '../../shared/domain/refund-suggestion.ts';
import { monthOf, paidInvoice, serviceId } from '../support/invoices.ts';

const month = paidInvoice([monthOf('Glow', 8900)], 'USD');
const [granted] = month.grants;
const bucketId = granted?.bucketId ?? '';
const left = (available: number) => grantsLeft(month.grants, [{ bucketId, available }]);
const unpriced = () => undefined;

describe('what a refund gives back (rule C8)', () => {
  test('nothing was used: all of it', () => {
    expect(suggestRefund(month, left(2), () => 5000)).toEqual({ refundable: 8900, suggested: 8900 });
  });

  test('a used visit stays paid at the price of its service', () => {
    expect(suggestRefund(month, left(1), () => 5000).suggested).toBe(3900);
  });

  test('without a stated price a visit is worth its share of the payment', () => {
    expect(suggestRefund(month, left(1), unpriced).suggested).toBe(4450);
    const third = { ...month, total: 1000, grants: month.grants.map((grant) => ({ ...grant, units: 3 })) };
    expect(suggestRefund(third, grantsLeft(third.grants, [{ bucketId, available: 2 }]), unpriced).suggested).toBe(667);
  });

  test('of several services the lowest price counts, and none when one has no price', () => {
    const both = left(1).map((grant) => ({ ...grant, serviceIds: [serviceId, 'svc_other'] }));
    expect(suggestRefund(month, both, (id) => (id === serviceId ? 5000 : 3000)).suggested).toBe(5900);
    expect(suggestRefund(month, both, (id) => (id === serviceId ? 5000 : undefined)).suggested).toBe(4450);
  });

  test('money to spend that was spent stays paid', () => {
    const money = { bucketId, kind: 'allowance' as const, serviceIds: [serviceId], units: 5000 };
    const spent = grantsLeft([money], [{ bucketId, available: 3500 }]);
    expect(spent).toMatchObject([{ used: 1500, unused: 3500 }]);
    expect(suggestRefund(month, spent, () => 5000).suggested).toBe(7400);
  });

  test('what was given back before is not given back again', () => {
    const refund = { n: 1, amount: 3000, toAccountCredit: 0, at: 0, reason: 'requested' as const };
    const partly = { ...month, refunds: [{ ...refund, state: 'pending' as const }] };
    expect(suggestRefund(partly, left(1), () => 5000)).toEqual({ refundable: 5900, suggested: 900 });
    const failed = { ...month, refunds: [{ ...refund, state: 'failed' as const }] };
    expect(refundableAmount(failed)).toBe(8900);
  });

  test('nothing that is unpaid, or that the bank is arguing about', () => {
    const dispute = { disputeId: 'dp_1', at: 0 };
    expect(refundableAmount({ ...month, state: 'open' })).toBe(0);
    expect(refundableAmount({ ...month, state: 'void' })).toBe(0);
    expect(refundableAmount({ ...month, dispute: { ...dispute, state: 'open' } })).toBe(0);
    expect(refundableAmount({ ...month, dispute: { ...dispute, state: 'lost' } })).toBe(0);
    expect(refundableAmount({ ...month, dispute: { ...dispute, state: 'won' } })).toBe(8900);
  });

  test('credits that are no longer in the account count as used', () => {
    expect(grantsLeft(month.grants, [])).toMatchObject([{ used: 2, unused: 0 }]);
  });

  test('it is never below zero, never more than is left of the payment, and never grows with use', () => {
    const price = fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: undefined });
    const amount = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        price,
        (total, back, units, used, one) => {
          const refunded = Math.min(back, total);
          const refund = { n: 1, amount: refunded, toAccountCredit: 0, at: 0, reason: 'requested' as const };
          const invoice = { ...month, total, refunds: [{ ...refund, state: 'done' as const }] };
          const suggestion = (available: number) => {
            const grants = granted === undefined ? [] : [{ ...granted, units }];
            return suggestRefund(invoice, grantsLeft(grants, [{ bucketId, available }]), () => one);
          };
          const some = suggestion(Math.max(0, units - used));
          expect(some.suggested).toBeGreaterThanOrEqual(0);
          expect(some.suggested).toBeLessThanOrEqual(total - refunded);
          expect(some.suggested).toBeLessThanOrEqual(suggestion(units).suggested);
          expect(suggestion(units).suggested).toBe(total - refunded);
        },
      ),
    );
  });
});

test('an invoice’s number has six digits after the salon’s name, and more when it needs them', () => {
  expect(invoiceNumber('aurora', 123)).toBe('AURORA-000123');
  expect(invoiceNumber('salon-am-see', 1_234_567)).toBe('SALON-AM-SEE-1234567');
});
