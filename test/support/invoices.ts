import type { Configuration } from '../../functions/store/configuration.ts';
import { invoiceView } from '../../functions/views/invoice-view.ts';
import type { InvoiceView } from '../../shared/contract/billing-views.ts';
import { newBusiness } from '../../shared/domain/business.ts';
import type { Invoice, InvoiceLine } from '../../shared/domain/invoice.ts';
import type { Profile } from '../../shared/domain/member.ts';
import type { Currency } from '../../shared/domain/money.ts';
import { lineOf, totalOf } from '../../shared/domain/period-invoice.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';

const ulid = '01JB0000000000000000000000';
export const serviceId = `svc_${ulid}`;
export const membershipId = `msh_${ulid}`;
export const memberId = `mbr_${ulid}`;

export const vat: TaxRule = { name: 'MwSt.', basisPoints: 1900, mode: 'inclusive' };
export const salesTax: TaxRule = { name: 'Sales tax', basisPoints: 850, mode: 'exclusive' };
export const services = [{ serviceId, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' }];

/** The line of a month of a plan; `amount` in minor units. */
export const monthOf = (plan: string, amount: number, tax?: TaxRule): InvoiceLine =>
  lineOf({ kind: 'period', plan, start: '2026-03-31', end: '2026-04-30', intro: false }, amount, tax);

/** A month that was paid by card on 31 March 2026, at nine in New York. */
export function paidInvoice(lines: readonly InvoiceLine[], currency: Currency, more: Partial<Invoice> = {}): Invoice {
  const total = totalOf(lines);
  const at = Date.UTC(2026, 2, 31, 13);
  return {
    invoiceId: `${membershipId}.2`,
    memberId,
    number: 123,
    cause: {
      kind: 'membership',
      membershipId,
      planId: `pln_${ulid}`,
      planVersion: 1,
      period: { index: 2, start: '2026-03-31', end: '2026-04-30' },
    },
    currency,
    lines: [...lines],
    total,
    creditApplied: 0,
    seller: { name: 'Aurora Spa LLC', address: '12 Harbor Street\nNew York, NY 10004', taxId: '12-3456789' },
    issuedAt: at,
    issuedOn: '2026-03-31',
    state: 'paid',
    paidAt: at,
    paidOn: '2026-03-31',
    payment: { kind: 'card', paymentIntentId: 'pi_1', brand: 'visa', last4: '4242', amount: total },
    attempts: [
      {
        n: 1,
        at,
        trigger: { kind: 'renewal' },
        card: 'pm_1',
        amount: total,
        outcome: 'succeeded',
        paymentIntentId: 'pi_1',
      },
    ],
    refunds: [],
    grants: [
      {
        bucketId: `${membershipId}.2.facials`,
        kind: 'visits',
        serviceIds: [serviceId],
        units: 2,
        expiresOn: '2026-04-29',
      },
    ],
    ...more,
  };
}

const business = newBusiness({
  slug: 'aurora',
  name: 'Aurora Spa',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'hello@example.com' },
});
/** The salon “aurora”, whose facial costs $50. */
export const configuration: Configuration = {
  business: { value: business, version: 1 },
  plans: [],
  services: services.map((service) => ({
    value: { ...service, price: { amount: 5000, currency: 'USD' } },
    version: 1,
  })),
  locations: [],
  staff: [],
  payments: undefined,
};
export const profile: Profile = { memberId, firstName: 'Mia', lastName: 'Member', createdOn: '2026-01-01', logins: [] };

/** What that salon's member sees of it. */
export const viewOf = (invoice: Invoice, person: Partial<Profile> = {}): InvoiceView =>
  invoiceView(invoice, { ...profile, ...person }, configuration);
