import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Language, Locale } from '../../shared/domain/business.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { Currency } from '../../shared/domain/money.ts';
import { lineOf } from '../../shared/domain/period-invoice.ts';
import { invoiceInWords, invoiceLabel } from '../../shared/wording/describe-invoice.ts';
import { formatMoney } from '../../shared/wording/format.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import { monthOf, paidInvoice, salesTax, services, vat, viewOf } from '../support/invoices.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const contact = { email: 'hello@example.com', phone: '+12125550123' };
const paperOf = (invoice: Invoice, language: Language = 'en', locale: Locale = 'en-US') =>
  invoiceInWords(viewOf(invoice), {
    services,
    tongue: tongueOf(language, locale),
    timeZone: 'America/New_York',
    contact,
    portal: 'https://aurora.example/portal',
  });

const month = paidInvoice([monthOf('Glow', 8900, salesTax)], 'USD');
const open: Partial<Invoice> = { state: 'open', grants: [], attempts: [] };
const { payment: _, paidAt: __, paidOn: ___, ...unpaid } = month;

// Rule M7
describe('a receipt says everything that it must', () => {
  const paper = paperOf(month);

  test('number, date, period, seller, buyer', () => {
    expect(paper.title).toBe('Receipt AURORA-000123');
    expect(paper.state).toBe('Paid on March 31, 2026.');
    expect(paper.seller).toEqual(['Aurora Spa LLC', '12 Harbor Street', 'New York, NY 10004', 'Tax ID: 12-3456789']);
    expect(paper.buyer).toEqual({ heading: 'For', lines: ['Mia Member'] });
    expect(paper.facts).toEqual([
      ['Number', 'AURORA-000123'],
      ['Date', 'March 31, 2026'],
      ['Paid on', 'March 31, 2026'],
      ['Period covered', 'March 31, 2026 to April 29, 2026'],
    ]);
  });

  test('amount, tax, the card’s brand and last digits', () => {
    expect(paper.rows).toEqual([{ description: 'Glow', detail: 'March 31, 2026 to April 29, 2026', amount: '$89.00' }]);
    expect(paper.totals).toEqual([
      { label: 'Net amount', amount: '$89.00' },
      { label: 'Sales tax 8.5%', amount: '$7.57' },
      { label: 'Total', amount: '$96.57', strong: true },
      { label: 'Paid by Visa •••• 4242', amount: '$96.57' },
    ]);
  });

  test('credits with their last day, and how to cancel', () => {
    expect(paper.granted?.lines).toEqual(['Two facial visits · Use by April 29, 2026']);
    expect(paper.cancel?.lines).toEqual([
      'To end the membership, please contact Aurora Spa LLC.',
      'hello@example.com · +1 212 555 0123',
      'A membership that you took out online can also be ended at https://aurora.example/portal.',
    ]);
  });
});

test('a German receipt has its tax in the price, and says what account credit paid', () => {
  const paper = paperOf(
    paidInvoice([monthOf('Lindenhof Plus', 8900, vat)], 'EUR', {
      creditApplied: 2000,
      payment: { kind: 'card', paymentIntentId: 'pi_1', brand: 'mastercard', last4: '4444', amount: 6900 },
      seller: { name: 'Lindenhof GmbH', taxId: 'DE123456789' },
    }),
    'de',
    'de-DE',
  );
  expect(paper.title).toBe('Beleg AURORA-000123');
  expect(paper.seller).toEqual(['Lindenhof GmbH', 'USt-IdNr.: DE123456789']);
  expect(paper.facts.at(-1)).toEqual(['Zeitraum', '31. März 2026 bis 29. April 2026']);
  expect(paper.rows.map(({ amount }) => plain(amount))).toEqual(['89,00 €']);
  expect(paper.totals.map(({ label, amount }) => plain(`${label}: ${amount}`))).toEqual([
    'Nettobetrag: 74,79 €',
    'MwSt. 19 %: 14,21 €',
    'Gesamtbetrag: 89,00 €',
    'Aus Ihrem Guthaben bezahlt: 20,00 €',
    'Bezahlt mit Mastercard •••• 4444: 69,00 €',
  ]);
});

describe('the paper says how it stands', () => {
  test('open: what is to be paid; without a number yet, that it follows', () => {
    const { number, ...unnumbered } = { ...unpaid, ...open };
    const paper = paperOf(unnumbered);
    expect(number).toBe(123);
    expect(paper).toMatchObject({ kind: 'invoice', title: 'Invoice', state: 'Open: $96.57 is to be paid.' });
    expect(paper.totals.at(-1)).toEqual({ label: 'To be paid', amount: '$96.57', strong: true });
    expect(paper.notes).toEqual(['The number of this document follows within a few minutes.']);
    expect(paper.facts.map(([label]) => label)).toEqual(['Date', 'Period covered']);
  });

  test('cancelled: nothing is to be paid, and nothing to end', () => {
    const paper = paperOf({ ...unpaid, state: 'void', grants: [] });
    expect(paper).toMatchObject({ kind: 'void', title: 'Invoice AURORA-000123 (cancelled)', cancel: undefined });
    expect(paper.state).toBe('This invoice was cancelled. Nothing is to be paid.');
    expect(paper.totals.at(-1)?.label).toBe('Total');
  });

  test('refunds with their day in the salon’s zone; one that failed is not shown', () => {
    const refund = { toAccountCredit: 0, reason: 'requested' as const };
    const paper = paperOf({
      ...month,
      refunds: [
        { ...refund, n: 1, state: 'done', amount: 4000, toAccountCredit: 1000, at: Date.UTC(2026, 3, 2, 2) },
        { ...refund, n: 2, state: 'failed', amount: 700, at: Date.UTC(2026, 3, 3) },
        { ...refund, n: 3, state: 'pending', amount: 500, at: Date.UTC(2026, 3, 5, 12) },
      ],
    });
    expect(paper.state).toBe('Paid on March 31, 2026. Of this, $45.00 is refunded.');
    expect(paper.refunds?.lines).toEqual([
      { description: 'Refund of April 1, 2026', detail: '$10.00 of it to your account credit', amount: '-$40.00' },
      { description: 'Refund of April 5, 2026, on its way', amount: '-$5.00' },
    ]);
    expect(paper.notes).toHaveLength(1);
  });

  test('nothing due: a trial or an introductory price of zero', () => {
    const free = paidInvoice([monthOf('Glow', 0)], 'USD', { payment: { kind: 'nothing_due' } });
    expect(paperOf(free).state).toBe('Nothing was to be paid.');
    expect(paperOf(free).totals).toEqual([{ label: 'Total', amount: '$0.00', strong: true }]);
  });

  test('paid at the desk, without a word about who took it', () => {
    const desk = { kind: 'desk', method: 'cash', staffId: 'stf_01JB0000000000000000000000', amount: 9657 } as const;
    const paper = paperOf({ ...month, payment: desk });
    expect(paper.totals.at(-1)).toEqual({ label: 'Paid in cash', amount: '$96.57' });
    expect(JSON.stringify(paper)).not.toContain('stf_');
  });

  test('a payment into account credit is called that, and has no membership to end', () => {
    const topUp = paidInvoice([lineOf({ kind: 'account_credit' }, 5000, undefined)], 'USD', {
      cause: { kind: 'account_credit' },
      grants: [],
    });
    const paper = paperOf(topUp);
    expect(paper.rows).toEqual([{ description: 'Account credit', amount: '$50.00' }]);
    expect(paper).toMatchObject({ cancel: undefined, granted: undefined });
    expect(invoiceLabel(viewOf(topUp), tongueOf('en', 'en-US'))).toBe('Account credit');
    expect(invoiceLabel(viewOf(month), tongueOf('en', 'en-US'))).toBe('Glow');
  });
});

// Requirement 004-042; issue 3: equal to the cent
test('in every language and currency the paper adds up to the invoice’s total', () => {
  const locales = [
    ['en', 'en-US'],
    ['en', 'en-GB'],
    ['de', 'de-DE'],
    ['de', 'de-CH'],
  ] as const;
  const rule = fc.option(
    fc.record({
      name: fc.constantFrom('VAT', 'MwSt.'),
      basisPoints: fc.integer({ min: 1, max: 5000 }),
      mode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    }),
    { nil: undefined },
  );
  const cases = fc.record({
    prices: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 20 }),
    tax: rule,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    currency: fc.constantFrom(...Currency.options),
    reader: fc.constantFrom(...locales),
  });
  fc.assert(
    fc.property(cases, ({ prices, tax, share, currency, reader: [language, locale] }) => {
      const lines = prices.map((price) => lineOf({ kind: 'item', text: 'x' }, price, tax));
      const priced = paidInvoice(lines, currency);
      const creditApplied = Math.floor(priced.total * share);
      const amount = priced.total - creditApplied;
      const payment = { kind: 'card', paymentIntentId: 'pi_1', brand: 'visa', last4: '4242', amount } as const;
      const paper = paperOf({ ...priced, creditApplied, payment }, language, locale);

      const written = (minor: number) => formatMoney({ amount: minor, currency }, locale);
      const digits = written(0).replace(/\D/g, '').length - 1;
      const minor = (text: string) => Number(text.replace(/\D/g, ''));
      const sum = (amounts: readonly { amount: string }[]) => amounts.reduce((all, one) => all + minor(one.amount), 0);
      expect(digits).toBe(currency === 'JPY' ? 0 : 2);

      const at = paper.totals.findIndex(({ strong }) => strong);
      const total = minor(paper.totals[at]?.amount ?? '');
      expect(total).toBe(priced.total);
      const parts = paper.totals.slice(0, at);
      if (tax !== undefined) expect(sum(parts)).toBe(total);
      expect(sum(paper.rows) + (tax?.mode === 'exclusive' ? sum(parts.slice(1)) : 0)).toBe(total);
      expect(sum(paper.totals.slice(at + 1))).toBe(total);
    }),
  );
});
