import * as z from 'zod/mini';
import { Language } from './business.ts';
import { EstimateId, InvoiceId, LocationId, LoginId, MemberId, StaffId } from './ids.ts';
import { InvoiceLine } from './invoice.ts';
import { Currency } from './money.ts';
import { Seller } from './seller.ts';
import { TaxRule } from './tax.ts';
import { Line, Lines } from './text.ts';
import { Instant, LocalDate } from './time.ts';

/** Days that an estimate can hold, the day on which it is written included. */
export const longestValidity = 366;

/** One thing that is offered: `quantity` of it at the price `each`, in minor units and as the place writes prices. */
export const OfferedLine = z.strictObject({
  text: Line(120),
  quantity: z.int().check(z.minimum(1), z.maximum(999)),
  each: z.int().check(z.minimum(0), z.maximum(100_000_000)),
});
export type OfferedLine = z.infer<typeof OfferedLine>;

/** What a colleague writes. */
export const Offer = z.strictObject({
  /** What it is about, in a few words: “Bridal package”. */
  title: Line(80),
  lines: z.array(OfferedLine).check(z.minLength(1), z.maxLength(20)),
  remark: z.optional(Lines(1000)),
  /** The last day on which it can be accepted. */
  validUntil: LocalDate,
  locationId: z.optional(LocationId),
});
export type Offer = z.infer<typeof Offer>;

/** What the client said, and proof of it: the total is that of the estimate, which never changes. */
const EstimateAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('accepted'),
    at: Instant,
    on: LocalDate,
    loginId: LoginId,
    /** Minor units, tax included: what was on the screen. */
    total: z.int(),
    /** Word for word, in the language in which it was agreed to. */
    consent: z.strictObject({ text: z.string(), language: Language }),
  }),
  z.strictObject({
    kind: z.literal('declined'),
    at: Instant,
    on: LocalDate,
    loginId: LoginId,
    reason: z.optional(Lines(500)),
  }),
]);
export type EstimateAnswer = z.infer<typeof EstimateAnswer>;

/**
 * What a salon offers to do for a client at which price (004-047). It is sent as it is written and never changes: a new
 * version replaces it. Versions share their number, in a series apart from that of invoices. The client’s name is looked
 * up when shown, as with invoices.
 */
export const Estimate = z.strictObject({
  estimateId: EstimateId,
  memberId: MemberId,
  number: z.int().check(z.minimum(1)),
  version: z.int().check(z.minimum(1), z.maximum(99)),
  title: Offer.shape.title,
  remark: Offer.shape.remark,
  currency: Currency,
  lines: z.array(InvoiceLine).check(z.minLength(1), z.maxLength(20)),
  /** Minor units, tax included. */
  total: z.int().check(z.minimum(1), z.maximum(100_000_000)),
  /** The rule by which the lines were taxed; absent where there was none. */
  tax: z.optional(TaxRule),
  seller: Seller,
  locationId: z.optional(LocationId),
  sentAt: Instant,
  sentOn: LocalDate,
  sentBy: StaffId,
  validUntil: LocalDate,
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn', 'replaced']),
  /** Stays when a newer version replaces it. */
  answer: z.optional(EstimateAnswer),
  replacedBy: z.optional(EstimateId),
  /** The one invoice that was made of it. */
  invoiceId: z.optional(InvoiceId),
});
export type Estimate = z.infer<typeof Estimate>;

/** How an estimate stands on a day of the business. */
export const EstimateState = z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn', 'replaced', 'invoiced']);
export type EstimateState = z.infer<typeof EstimateState>;

/** An open one is over with its last day, by comparison and not by a job; what was accepted before stands. */
export function estimateStateOn(
  { state, validUntil, invoiceId }: Pick<Estimate, 'state' | 'validUntil' | 'invoiceId'>,
  today: LocalDate,
): EstimateState {
  if (invoiceId !== undefined) return 'invoiced';
  return state === 'open' && today > validUntil ? 'expired' : state;
}

/** How people read its place in the business’s series of estimates: `AURORA-E-000012`, a later version `…-2`. */
export const estimateNumber = (slug: string, { number, version }: Pick<Estimate, 'number' | 'version'>): string =>
  `${slug.toUpperCase()}-E-${String(number).padStart(6, '0')}${version === 1 ? '' : `-${version}`}`;
