import { describe, expect, test } from '@jest/globals';
import { invoicePage } from '../../functions/views/invoice-page.ts';
import { invoiceStateOf, invoiceSummary, staffInvoiceView } from '../../functions/views/invoice-view.ts';
import { InvoiceView, StaffInvoiceView } from '../../shared/contract/billing-views.ts';
import { type Bucket, emptyAccount } from '../../shared/domain/credit-account.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import {
  configuration,
  memberId,
  monthOf,
  paidInvoice,
  profile,
  salesTax,
  serviceId,
  viewOf,
} from '../support/invoices.ts';

const month = paidInvoice([monthOf('Glow', 8900, salesTax)], 'USD');
const refund = { n: 1, toAccountCredit: 0, at: 0, reason: 'requested' as const };
const dispute = (state: 'open' | 'won' | 'lost') => ({ dispute: { disputeId: 'dp_1', state, at: 0 } });

describe('the state of an invoice in a word', () => {
  test.each<[string, Partial<Invoice>]>([
    ['open', { state: 'open' }],
    ['void', { state: 'void' }],
    ['paid', {}],
    ['paid', { refunds: [{ ...refund, state: 'failed', amount: 9657 }] }],
    ['partly_refunded', { refunds: [{ ...refund, state: 'pending', amount: 100 }] }],
    ['refunded', { refunds: [{ ...refund, state: 'done', amount: 9657 }] }],
    ['disputed', dispute('open')],
    ['paid', dispute('won')],
    ['refunded', dispute('lost')],
  ])('%s: %j', (state, change) => {
    expect(invoiceStateOf({ ...month, ...change })).toBe(state);
  });

  test('a lost dispute has given everything back', () => {
    expect(invoiceSummary({ ...month, ...dispute('lost') }, configuration).refunded.amount).toBe(9657);
  });
});

test('a line of the history has its number, plan, days and amounts; only an open one has something due', () => {
  expect(invoiceSummary(month, configuration)).toMatchObject({
    number: 'AURORA-000123',
    kind: 'membership',
    plan: 'Glow',
    total: { amount: 9657, currency: 'USD' },
    due: { amount: 0 },
  });
  const open = invoiceSummary({ ...month, state: 'open', creditApplied: 657 }, configuration);
  expect(open.due.amount).toBe(9000);
});

test('a member sees nothing of what is the salon’s and the provider’s own', () => {
  const desk = { kind: 'desk', method: 'cash', staffId: 'stf_01JB0000000000000000000000', amount: 9657 } as const;
  for (const payment of [month.payment, desk]) {
    const view = viewOf(payment === undefined ? month : { ...month, payment });
    expect(InvoiceView.parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toMatch(/pi_1|pm_1|stf_|attempts|bucketId/);
  }
  expect(viewOf(month)).toMatchObject({ net: { amount: 8900 }, tax: { amount: 757 }, buyer: 'Mia Member' });
});

describe('staff see the tries and what a refund would be', () => {
  const bucket = (available: number): Bucket => ({
    bucketId: month.grants[0]?.bucketId ?? '',
    kind: 'visits',
    serviceIds: [serviceId],
    grantedOn: '2026-03-31',
    expiresOn: '2026-04-29',
    source: { kind: 'staff' },
    granted: 2,
    available,
  });
  const seen = (available: number) =>
    staffInvoiceView(month, { ...emptyAccount(memberId), buckets: [bucket(available)] }, profile, configuration);

  test('one visit of two used: it stays paid at $50, the other is taken back', () => {
    const view = seen(1);
    expect(StaffInvoiceView.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      refundable: { amount: 9657 },
      suggestedRefund: { amount: 4657 },
      usedUnits: 1,
      unusedUnits: 1,
      takenBack: [{ kind: 'visits', units: 1, serviceIds: [serviceId], expiresOn: '2026-04-29' }],
    });
    expect(seen(0).takenBack).toEqual([]);
  });

  test('a price in another currency is no price', () => {
    const elsewhere = staffInvoiceView(
      { ...month, currency: 'EUR' },
      { ...emptyAccount(memberId), buckets: [bucket(1)] },
      profile,
      configuration,
    );
    expect(elsewhere.suggestedRefund).toEqual({ amount: 4828, currency: 'EUR' });
  });

  test('each try with why it was made and what came of it', () => {
    const declined = {
      n: 1,
      at: 5,
      trigger: { kind: 'renewal' as const },
      card: 'pm_1',
      amount: 9657,
      outcome: 'declined' as const,
      declineClass: 'soft' as const,
      code: 'insufficient_funds',
      paymentIntentId: 'pi_1',
    };
    const view = staffInvoiceView({ ...month, attempts: [declined] }, emptyAccount(memberId), profile, configuration);
    expect(view.attempts).toEqual([
      {
        n: 1,
        at: 5,
        trigger: 'renewal',
        amount: { amount: 9657, currency: 'USD' },
        outcome: 'declined',
        declineClass: 'soft',
        code: 'insufficient_funds',
      },
    ]);
  });
});

describe('a long history comes in pages', () => {
  const all = Array.from({ length: 60 }, (_, index) => ({ ...month, invoiceId: `${month.invoiceId}${index}` }));
  const ids = (page: readonly Invoice[]) => page.map(({ invoiceId }) => invoiceId);

  test('each once, in order, and no cursor after the last', () => {
    const first = invoicePage(all, {});
    const second = invoicePage(all, { cursor: first.cursor });
    const third = invoicePage(all, { cursor: second.cursor });
    expect([first, second, third].map(({ page }) => page.length)).toEqual([25, 25, 10]);
    expect(third.cursor).toBeUndefined();
    expect([first, second, third].flatMap(({ page }) => ids(page))).toEqual(ids(all));
  });

  test('a new invoice meanwhile moves nothing', () => {
    const { cursor } = invoicePage(all, { limit: 10 });
    const later = invoicePage([month, ...all], { cursor, limit: 1 });
    expect(ids(later.page)).toEqual(ids(all.slice(10, 11)));
  });

  test('a cursor from elsewhere begins at the beginning; exactly full pages end', () => {
    expect(ids(invoicePage(all, { cursor: 'x', limit: 1 }).page)).toEqual(ids(all.slice(0, 1)));
    expect(invoicePage(all.slice(0, 25), {}).cursor).toBeUndefined();
    expect(invoicePage([], {})).toEqual({ page: [] });
  });
});
