import type { Language } from './business.ts';
import { type Estimate, estimateStateOn } from './estimate.ts';
import { estimateInvoiceId } from './ids.ts';
import type { Invoice } from './invoice.ts';
import { refuseUnless } from './refusal.ts';
import type { Seller } from './seller.ts';
import type { TaxRule } from './tax.ts';
import type { LocalDate } from './time.ts';

/** When something happens to an estimate. `at` is milliseconds since 1970, `today` the business’s day. */
export interface EstimateMoment {
  readonly at: number;
  readonly today: LocalDate;
}

/** Refuses unless it can still be answered: `estimate_expired` (details: `validUntil`), `estimate_not_open`. */
export function refuseUnlessOpen(estimate: Estimate, today: LocalDate): void {
  const state = estimateStateOn(estimate, today);
  refuseUnless(state !== 'expired', 'estimate_expired', { validUntil: estimate.validUntil });
  refuseUnless(state === 'open', 'estimate_not_open');
}

/**
 * The client accepts what was on the screen: `seen` is its total in minor units, `consent` the sentence that was agreed
 * to. Refusals: `estimate_not_open`, `estimate_expired`, `terms_changed`.
 */
export function acceptEstimate(
  estimate: Estimate,
  said: {
    readonly loginId: string;
    readonly seen: number;
    readonly consent: { readonly text: string; readonly language: Language };
  },
  { at, today }: EstimateMoment,
): Estimate {
  refuseUnlessOpen(estimate, today);
  const { loginId, seen: total, consent } = said;
  refuseUnless(total === estimate.total, 'terms_changed');
  return {
    ...estimate,
    state: 'accepted',
    answer: { kind: 'accepted', at, on: today, loginId, total, consent },
  };
}

/** The client does not want it, with or without saying why. Refusals: `estimate_not_open`, `estimate_expired`. */
export function declineEstimate(
  estimate: Estimate,
  { loginId, reason }: { readonly loginId: string; readonly reason?: string | undefined },
  { at, today }: EstimateMoment,
): Estimate {
  refuseUnlessOpen(estimate, today);
  const why = reason === undefined ? {} : { reason };
  return { ...estimate, state: 'declined', answer: { kind: 'declined', at, on: today, loginId, ...why } };
}

/**
 * The salon takes an open one back, or lets the client off what was accepted and not billed yet; the answer stays as it
 * was given. `seenAccepted`: the colleague saw it accepted. Whoever meant to take back an open one lets nobody off.
 * Refusals: `estimate_invoiced`, `estimate_not_open`, `estimate_expired`.
 */
export function withdrawEstimate(estimate: Estimate, seenAccepted: boolean, today: LocalDate): Estimate {
  refuseUnless(estimate.invoiceId === undefined, 'estimate_invoiced');
  if (!seenAccepted || estimate.state !== 'accepted') refuseUnlessOpen(estimate, today);
  return { ...estimate, state: 'withdrawn' };
}

/** The same tax, whatever it is called. */
export const sameTax = (a: TaxRule | undefined, b: TaxRule | undefined): boolean =>
  a?.basisPoints === b?.basisPoints && a?.mode === b?.mode;

/**
 * The one invoice of an accepted estimate, or of an open one that the client agreed to at the desk: its lines and its
 * total, named after it. What is billed is taxed by the rule of that day (rule PC8) and costs what was offered; where
 * these differ nothing is billed, and a new version says the new amounts.
 * Refusals: `estimate_invoiced`, `estimate_expired`, `estimate_not_open`, `estimate_tax_changed`.
 */
export function invoiceEstimate(
  estimate: Estimate,
  { tax, seller }: { readonly tax: TaxRule | undefined; readonly seller: Seller },
  { at, today }: EstimateMoment,
): { readonly estimate: Estimate; readonly invoice: Invoice } {
  refuseUnless(estimate.invoiceId === undefined, 'estimate_invoiced');
  if (estimate.state !== 'accepted') refuseUnlessOpen(estimate, today);
  refuseUnless(sameTax(estimate.tax, tax), 'estimate_tax_changed');
  const { estimateId, memberId, title, currency, lines, total, locationId } = estimate;
  const invoiceId = estimateInvoiceId(estimateId);
  return {
    estimate: { ...estimate, invoiceId },
    invoice: {
      invoiceId,
      memberId,
      cause: { kind: 'order', estimateId, title },
      currency,
      lines,
      total,
      creditApplied: 0,
      seller,
      ...(locationId === undefined ? {} : { locationId }),
      issuedAt: at,
      issuedOn: today,
      state: 'open',
      attempts: [],
      refunds: [],
      grants: [],
    },
  };
}
