import * as z from 'zod/mini';
import { EstimateState, Offer } from '../domain/estimate.ts';
import { EstimateId, InvoiceId, MemberId } from '../domain/ids.ts';
import { InvoiceLine } from '../domain/invoice.ts';
import { Money } from '../domain/money.ts';
import { Seller } from '../domain/seller.ts';
import { LocalDate } from '../domain/time.ts';

/** One line of the list of estimates. */
export const EstimateSummary = z.strictObject({
  estimateId: EstimateId,
  number: z.string(),
  title: z.string(),
  sentOn: LocalDate,
  validUntil: LocalDate,
  total: Money,
  state: EstimateState,
});
export type EstimateSummary = z.infer<typeof EstimateSummary>;

/** One line of the list of all clients: whose it is, and since when it stands so. */
export const EstimateLine = z.strictObject({
  ...EstimateSummary.shape,
  memberId: MemberId,
  firstName: z.string(),
  lastName: z.string(),
  since: LocalDate,
});
export type EstimateLine = z.infer<typeof EstimateLine>;

/** The whole estimate. */
export const EstimateView = z.strictObject({
  ...EstimateSummary.shape,
  buyer: z.string(),
  seller: Seller,
  lines: z.array(InvoiceLine),
  net: Money,
  tax: Money,
  remark: Offer.shape.remark,
  /** What the client said, also to a version that was replaced since. */
  answer: z.optional(
    z.strictObject({ kind: z.enum(['accepted', 'declined']), on: LocalDate, reason: z.optional(z.string()) }),
  ),
  /** The sentence that was agreed to, word for word. */
  consent: z.optional(z.string()),
  replacedBy: z.optional(EstimateId),
  invoiceId: z.optional(InvoiceId),
});
export type EstimateView = z.infer<typeof EstimateView>;

/** For staff: what a new version begins with, and whether it can be billed as it is. */
export const StaffEstimateView = z.strictObject({
  ...EstimateView.shape,
  offer: Offer,
  sentBy: z.string(),
  /** The tax is another one by now: a new version is needed to bill it. */
  taxChanged: z.boolean(),
});
export type StaffEstimateView = z.infer<typeof StaffEstimateView>;
