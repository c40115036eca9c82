import { addDays } from './calendar.ts';
import { type Estimate, estimateStateOn, longestValidity, type Offer, type OfferedLine } from './estimate.ts';
import type { InvoiceLine } from './invoice.ts';
import type { Currency } from './money.ts';
import { lineOf, totalOf } from './period-invoice.ts';
import { refuseUnless } from './refusal.ts';
import type { Seller } from './seller.ts';
import type { TaxRule } from './tax.ts';
import type { LocalDate } from './time.ts';

/** Where and when an estimate is written. */
export interface OfferMoment {
  readonly estimateId: string;
  readonly memberId: string;
  readonly staffId: string;
  readonly seller: Seller;
  readonly currency: Currency;
  /** The rule of the place that is named, or else the business’s. */
  readonly tax: TaxRule | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The business’s day. */
  readonly today: LocalDate;
}

/** The lines as they will stand on the estimate and on its invoice; the same for the preview at the desk (rule PC8). */
export const offeredLines = (lines: readonly OfferedLine[], tax: TaxRule | undefined): InvoiceLine[] =>
  lines.map(({ text, quantity, each }) =>
    lineOf({ kind: 'item', text, ...(quantity === 1 ? {} : { quantity, each }) }, quantity * each, tax),
  );

/**
 * A new estimate, in the place that `number` is. `seen` is the total (minor units, tax included) that the colleague saw.
 * Refusals: `estimate_day_out_of_range` (details: `earliest`, `latest`), `terms_changed` when it comes to another total.
 */
export function writeEstimate(offer: Offer, seen: number, number: number, moment: OfferMoment): Estimate {
  const { tax, at, today, staffId, ...about } = moment;
  const { title, remark, validUntil, locationId } = offer;
  const latest = addDays(today, longestValidity - 1);
  refuseUnless(today <= validUntil && validUntil <= latest, 'estimate_day_out_of_range', { earliest: today, latest });
  const lines = offeredLines(offer.lines, tax);
  const total = totalOf(lines);
  refuseUnless(total === seen, 'terms_changed');
  return {
    ...about,
    number,
    version: 1,
    title,
    ...(remark === undefined ? {} : { remark }),
    lines,
    total,
    ...(tax === undefined ? {} : { tax }),
    ...(locationId === undefined ? {} : { locationId }),
    sentAt: at,
    sentOn: today,
    sentBy: staffId,
    validUntil,
    state: 'open',
  };
}

/**
 * Replaces an estimate by a new version under the same number: nothing that was sent is ever edited. What the client
 * answered stays with the old one; the new one is to be answered anew. Refusals: those of writing one, `estimate_invoiced`,
 * `estimate_not_open` for one that was replaced already.
 */
export function reviseEstimate(
  before: Estimate,
  offer: Offer,
  seen: number,
  moment: OfferMoment,
): { readonly replaced: Estimate; readonly written: Estimate } {
  const state = estimateStateOn(before, moment.today);
  refuseUnless(state !== 'invoiced', 'estimate_invoiced');
  refuseUnless(state !== 'replaced', 'estimate_not_open');
  const written = writeEstimate(offer, seen, before.number, moment);
  return {
    replaced: { ...before, state: 'replaced', replacedBy: written.estimateId },
    written: { ...written, version: before.version + 1 },
  };
}

/** What was written to get this estimate: a new version begins with it. */
export function offerOf({ title, lines, remark, validUntil, locationId }: Estimate): Offer {
  return {
    title,
    lines: lines.flatMap(({ subject, taxRule, net, gross }) => {
      if (subject.kind !== 'item') return [];
      const { text, quantity = 1, each = taxRule?.mode === 'exclusive' ? net : gross } = subject;
      return [{ text, quantity, each }];
    }),
    ...(remark === undefined ? {} : { remark }),
    validUntil,
    ...(locationId === undefined ? {} : { locationId }),
  };
}
