import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/domain/calendar.ts';
import { Estimate, estimateNumber, estimateStateOn, type Offer } from '../../shared/domain/estimate.ts';
import {
  acceptEstimate,
  declineEstimate,
  invoiceEstimate,
  withdrawEstimate,
} from '../../shared/domain/estimate-answer.ts';
import { offeredLines, offerOf, reviseEstimate, writeEstimate } from '../../shared/domain/estimate-offer.ts';
import { amountDue, Invoice } from '../../shared/domain/invoice.ts';
import { payOrder, voidOrder } from '../../shared/domain/order-invoice.ts';
import { totalOf } from '../../shared/domain/period-invoice.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';

// 004-047: what a salon offers, what the client says to it, and the one invoice that comes of it.

const today = '2026-05-04';
const at = Date.UTC(2026, 4, 4, 12);
const loginId = 'a0000000-0000-4000-8000-000000000001';
const consent = { text: 'I accept.', language: 'en' } as const;
const seller = { name: 'Aurora Spa LLC' };
const vat: TaxRule = { name: 'VAT', basisPoints: 1900, mode: 'inclusive' };
const salesTax: TaxRule = { name: 'Sales tax', basisPoints: 850, mode: 'exclusive' };

const taxes = fc.option(
  fc.record({
    name: fc.constantFrom('VAT', 'Sales tax'),
    basisPoints: fc.integer({ min: 1, max: 5000 }),
    mode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
  }),
  { nil: undefined },
);
const offers = fc.record({
  title: fc.constantFrom('Bridal package', 'Brautpaket'),
  lines: fc.array(
    fc.record({
      text: fc.constantFrom('Bridal hair', 'Make-up trial', 'Nails'),
      quantity: fc.integer({ min: 1, max: 20 }),
      each: fc.integer({ min: 1, max: 90_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
  validUntil: fc.integer({ min: 0, max: 365 }).map((days) => addDays(today, days)),
});

const moment = (tax: TaxRule | undefined, id = '1') => ({
  estimateId: `est_01JAB00000000000000000000${id}`,
  memberId: 'mbr_01JAB000000000000000000001',
  staffId: 'stf_01JAB000000000000000000001',
  seller,
  currency: 'EUR' as const,
  tax,
  at,
  today,
});
const bridal: Offer = {
  title: 'Bridal package',
  lines: [
    { text: 'Bridal hair', quantity: 1, each: 18_000 },
    { text: 'Bridesmaid hair', quantity: 3, each: 4_500 },
  ],
  remark: 'At your home.',
  validUntil: '2026-06-04',
};
const write = (offer: Offer = bridal, tax: TaxRule | undefined = vat, id?: string): Estimate =>
  writeEstimate(offer, totalOf(offeredLines(offer.lines, tax)), 12, moment(tax, id));
const said = (estimate: Estimate) => ({ loginId, seen: estimate.total, consent });
const accept = (estimate: Estimate, on = today) => acceptEstimate(estimate, said(estimate), { at, today: on });
const bill = (estimate: Estimate, tax: TaxRule | undefined = vat, on = today) =>
  invoiceEstimate(estimate, { tax, seller }, { at, today: on });
const refusedAs = (attempt: () => unknown): string | undefined => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return undefined;
};

describe('the money of an estimate', () => {
  test('its lines add up to its total, net and tax to gross, whatever is offered under whichever tax (rule PC8)', () => {
    fc.assert(
      fc.property(offers, taxes, (offer, tax) => {
        const estimate = Estimate.parse(write(offer, tax));
        expect(totalOf(estimate.lines)).toBe(estimate.total);
        for (const { net, tax: part, gross } of estimate.lines) expect(net + part).toBe(gross);
        const asked = offer.lines.reduce((sum, { quantity, each }) => sum + quantity * each, 0);
        const priced = estimate.lines.reduce(
          (sum, { net, gross }) => sum + (tax?.mode === 'exclusive' ? net : gross),
          0,
        );
        expect(priced).toBe(asked);
      }),
    );
  });

  test('its invoice has the same lines and the same total, all of it open, and stays so when it is paid', () => {
    fc.assert(
      fc.property(offers, taxes, fc.boolean(), (offer, tax, accepts) => {
        const open = write(offer, tax);
        const { estimate, invoice } = bill(accepts ? accept(open) : open, tax);
        Invoice.parse(invoice);
        expect(invoice.lines).toEqual(open.lines);
        expect([invoice.total, amountDue(invoice), totalOf(invoice.lines)]).toEqual([
          open.total,
          open.total,
          open.total,
        ]);
        expect(Estimate.parse(estimate)).toMatchObject({ total: open.total, lines: open.lines });
        const paid = Invoice.parse(
          payOrder(
            invoice,
            { kind: 'card', paymentIntentId: 'pi_1', brand: 'visa', last4: '4242', amount: open.total },
            { kind: 'hosted_page', id: 'cs_1' },
            { at, today },
          ),
        );
        expect([paid.total, amountDue(paid), paid.attempts.length]).toEqual([open.total, 0, 1]);
      }),
    );
  });

  test('what was written can be written again and comes to the same, also where the tax is added', () => {
    fc.assert(
      fc.property(offers, taxes, (offer, tax) => {
        const estimate = write(offer, tax);
        expect(offerOf(estimate)).toEqual(offer);
        expect(write(offerOf(estimate), tax).lines).toEqual(estimate.lines);
      }),
    );
  });

  test('another total than the colleague saw is not sent', () => {
    expect(refusedAs(() => writeEstimate(bridal, 31_501, 12, moment(vat)))).toBe('terms_changed');
    // The tax was added meanwhile.
    expect(refusedAs(() => writeEstimate(bridal, 31_500, 12, moment(salesTax)))).toBe('terms_changed');
  });

  test('when the tax has changed since, nothing is billed: neither another total nor a tax that is over (rule PC8)', () => {
    const accepted = accept(write());
    expect(refusedAs(() => bill(accepted, { ...vat, basisPoints: 2000 }))).toBe('estimate_tax_changed');
    expect(refusedAs(() => bill(accepted, { ...vat, mode: 'exclusive' }))).toBe('estimate_tax_changed');
    expect(refusedAs(() => invoiceEstimate(accepted, { tax: undefined, seller }, { at, today }))).toBe(
      'estimate_tax_changed',
    );
    expect(bill(accepted, { ...vat, name: 'MwSt.' }).invoice.total).toBe(31_500);
  });
});

describe('how an estimate goes on', () => {
  test('it can be accepted through its last day, by comparison, and what was accepted does not expire', () => {
    const estimate = write();
    expect(estimateStateOn(estimate, '2026-06-04')).toBe('open');
    expect(estimateStateOn(estimate, '2026-06-05')).toBe('expired');
    const accepted = accept(estimate, '2026-06-04');
    expect(accepted.answer).toEqual({ kind: 'accepted', at, on: '2026-06-04', loginId, total: 31_500, consent });
    expect(estimateStateOn(accepted, '2027-06-05')).toBe('accepted');
    expect(bill(accepted, vat, '2026-07-01').invoice.issuedOn).toBe('2026-07-01');
    for (const late of [
      () => accept(estimate, '2026-06-05'),
      () => declineEstimate(estimate, { loginId }, { at, today: '2026-06-05' }),
      () => withdrawEstimate(estimate, false, '2026-06-05'),
      () => bill(estimate, vat, '2026-06-05'),
    ]) {
      expect(refusedAs(late)).toBe('estimate_expired');
    }
  });

  test('only what was on the screen is accepted', () => {
    const estimate = write();
    const asked = () => acceptEstimate(estimate, { loginId, seen: 31_400, consent }, { at, today });
    expect(refusedAs(asked)).toBe('terms_changed');
  });

  test('every way out of it is taken once', () => {
    const open = write();
    const ended: (readonly [Estimate, string | undefined])[] = [
      [accept(open), undefined],
      [declineEstimate(open, { loginId, reason: 'Too late in the day.' }, { at, today }), 'estimate_not_open'],
      [withdrawEstimate(open, false, today), 'estimate_not_open'],
      [reviseEstimate(open, bridal, 31_500, moment(vat, '2')).replaced, 'estimate_not_open'],
      [bill(open).estimate, 'estimate_invoiced'],
    ];
    for (const [estimate, billed] of ended) {
      Estimate.parse(estimate);
      expect(refusedAs(() => accept(estimate))).toBe('estimate_not_open');
      expect(refusedAs(() => declineEstimate(estimate, { loginId }, { at, today }))).toBe('estimate_not_open');
      expect(refusedAs(() => withdrawEstimate(estimate, false, today))).toBe(billed ?? 'estimate_not_open');
      expect(refusedAs(() => bill(estimate))).toBe(billed);
    }
  });

  test('the client is let off what was accepted until it is billed, also after its last day; the answer stays', () => {
    const accepted = accept(write());
    const withdrawn = withdrawEstimate(accepted, true, '2027-01-01');
    expect(withdrawn).toEqual({ ...accepted, state: 'withdrawn' });
    // Not by a colleague who has not seen yet that it was accepted.
    expect(refusedAs(() => withdrawEstimate(accepted, false, today))).toBe('estimate_not_open');
    expect(refusedAs(() => bill(withdrawn))).toBe('estimate_not_open');
    expect(refusedAs(() => withdrawEstimate(bill(accepted).estimate, true, today))).toBe('estimate_invoiced');
  });

  test('an invoice is made of it once', () => {
    const { estimate, invoice } = bill(accept(write()));
    expect(invoice).toMatchObject({
      invoiceId: `${estimate.estimateId}.invoice`,
      cause: { kind: 'order', estimateId: estimate.estimateId, title: 'Bridal package' },
    });
    expect(refusedAs(() => bill(estimate))).toBe('estimate_invoiced');
    expect(refusedAs(() => bill(estimate, salesTax))).toBe('estimate_invoiced');
  });

  test('a new version has the same number, is to be answered anew, and leaves the old answer where it was', () => {
    const accepted = accept(write());
    const dearer = { ...bridal, lines: [{ text: 'Bridal hair', quantity: 1, each: 20_000 }] };
    const { replaced, written } = reviseEstimate(accepted, dearer, 20_000, moment(vat, '2'));
    expect(replaced).toMatchObject({ state: 'replaced', replacedBy: written.estimateId, answer: accepted.answer });
    expect(written).toMatchObject({ state: 'open', number: 12, version: 2, total: 20_000 });
    expect(written.answer).toBeUndefined();
    expect([accepted, written].map((one) => estimateNumber('aurora', one))).toEqual([
      'AURORA-E-000012',
      'AURORA-E-000012-2',
    ]);
    expect(refusedAs(() => bill(replaced))).toBe('estimate_not_open');
    expect(refusedAs(() => reviseEstimate(replaced, bridal, 31_500, moment(vat, '3')))).toBe('estimate_not_open');
    const { estimate } = bill(written);
    expect(refusedAs(() => reviseEstimate(estimate, bridal, 31_500, moment(vat, '3')))).toBe('estimate_invoiced');
  });

  test('one that has expired, or was declined or withdrawn, can be written anew', () => {
    const open = write();
    for (const estimate of [
      { ...open, sentOn: '2026-01-01', validUntil: '2026-01-31' },
      declineEstimate(open, { loginId }, { at, today }),
      withdrawEstimate(open, false, today),
    ]) {
      expect(reviseEstimate(estimate, bridal, 31_500, moment(vat, '2')).written.state).toBe('open');
    }
  });

  test('it holds from today to a year from today', () => {
    const until = (validUntil: string) => refusedAs(() => write({ ...bridal, validUntil }));
    expect([until('2026-05-03'), until('2027-05-05')]).toEqual([
      'estimate_day_out_of_range',
      'estimate_day_out_of_range',
    ]);
    expect([until('2026-05-04'), until('2027-05-04')]).toEqual([undefined, undefined]);
  });
});

describe('the invoice of an order', () => {
  test('is paid or written off once', () => {
    const { invoice } = bill(write());
    const desk = { kind: 'desk', method: 'cash', staffId: 'stf_01JAB000000000000000000001', amount: 31_500 } as const;
    const pay = (one: Invoice) => payOrder(one, desk, { kind: 'staff', id: 'ask' }, { at, today });
    for (const ended of [pay(invoice), voidOrder(invoice)]) {
      Invoice.parse(ended);
      expect(amountDue(ended)).toBe(0);
      expect(refusedAs(() => pay(ended))).toBe('not_an_open_invoice');
      expect(refusedAs(() => voidOrder(ended))).toBe('not_an_open_invoice');
    }
  });
});
