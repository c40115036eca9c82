import * as z from 'zod/mini';
import { DeclineClass } from '../domain/decline.ts';
import { InvoiceId, MembershipId } from '../domain/ids.ts';
import { Attempt, AttemptTrigger, GrantedCredit, InvoiceLine, Payment, Refund } from '../domain/invoice.ts';
import { Money } from '../domain/money.ts';
import { MoneyEntryKind } from '../domain/money-account.ts';
import { Seller } from '../domain/seller.ts';
import { Instant, LocalDate } from '../domain/time.ts';

/** A card on file: brand, last digits, expiry, nothing more (002-011). */
export const CardView = z.strictObject({
  brand: z.string(),
  last4: z.string(),
  expMonth: z.int(),
  expYear: z.int(),
  expired: z.boolean(),
});
export type CardView = z.infer<typeof CardView>;

/** How a member pays, for the member and for staff. */
export const BillingView = z.strictObject({
  /** The business takes cards. */
  connected: z.boolean(),
  card: z.optional(CardView),
  accountCredit: Money,
  usesAccountCredit: z.boolean(),
});
export type BillingView = z.infer<typeof BillingView>;

export const InvoiceState = z.enum(['open', 'paid', 'void', 'partly_refunded', 'refunded', 'disputed']);
export type InvoiceState = z.infer<typeof InvoiceState>;

/** One line of the billing history. */
export const InvoiceSummary = z.strictObject({
  invoiceId: InvoiceId,
  /** Absent for the moments until it has its place in the series. */
  number: z.optional(z.string()),
  kind: z.enum(['membership', 'plan_change', 'account_credit', 'order']),
  membershipId: z.optional(MembershipId),
  plan: z.optional(z.string()),
  /** What an order is about. */
  title: z.optional(z.string()),
  issuedOn: LocalDate,
  paidOn: z.optional(LocalDate),
  total: Money,
  /** Zero unless open. */
  due: Money,
  refunded: Money,
  state: InvoiceState,
});
export type InvoiceSummary = z.infer<typeof InvoiceSummary>;

/** The whole invoice or receipt. */
export const InvoiceView = z.strictObject({
  ...InvoiceSummary.shape,
  buyer: z.string(),
  seller: Seller,
  lines: z.array(InvoiceLine),
  net: Money,
  tax: Money,
  fromAccountCredit: Money,
  paidAt: z.optional(Instant),
  /** Who took it at the desk stays among staff. */
  payment: z.optional(
    z.discriminatedUnion('kind', [
      z.omit(Payment.def.options[0], { paymentIntentId: true }),
      z.omit(Payment.def.options[1], { staffId: true }),
      Payment.def.options[2],
      Payment.def.options[3],
    ]),
  ),
  refunds: z.array(
    z.strictObject({
      ...z.pick(Refund, { n: true, state: true, amount: true, toAccountCredit: true, at: true }).shape,
      tookBack: z.array(z.omit(GrantedCredit, { bucketId: true })),
    }),
  ),
  grants: z.array(z.omit(GrantedCredit, { bucketId: true })),
});
export type InvoiceView = z.infer<typeof InvoiceView>;

/** For staff: every try, and what giving money back would mean (rule C8). */
export const StaffInvoiceView = z.strictObject({
  ...InvoiceView.shape,
  attempts: z.array(
    z.strictObject({
      n: z.int(),
      at: Instant,
      trigger: AttemptTrigger.shape.kind,
      amount: Money,
      outcome: Attempt.shape.outcome,
      declineClass: z.optional(DeclineClass),
      code: z.optional(z.string()),
    }),
  ),
  /** The most that can be given back. */
  refundable: Money,
  /**
   * What is left after the units that were used: a visit at the price of its service, without one at its share of the
   * payment (rule C8).
   */
  suggestedRefund: Money,
  /** Visits that came with the payment; money to spend is in `takenBack` only. */
  usedUnits: z.int(),
  unusedUnits: z.int(),
  /** What a refund takes back. */
  takenBack: z.array(z.omit(GrantedCredit, { bucketId: true })),
});
export type StaffInvoiceView = z.infer<typeof StaffInvoiceView>;

/** One line of the account credit's history; `amount` carries its sign in minor units. */
export const MoneyEntryView = z.strictObject({
  sequence: z.int(),
  kind: MoneyEntryKind,
  amount: z.int(),
  on: LocalDate,
  reason: z.string(),
  by: z.optional(z.string()),
});
export type MoneyEntryView = z.infer<typeof MoneyEntryView>;

/** Where a browser is sent to; the provider's own page, where alone cards are entered. */
export const HostedPage = z.strictObject({ url: z.string() });
export type HostedPage = z.infer<typeof HostedPage>;

/** A document to save or print. */
export const PdfFile = z.strictObject({ fileName: z.string(), base64: z.string() });
export type PdfFile = z.infer<typeof PdfFile>;

/** What became of a try to take money while somebody waits. */
export const PaymentResult = z.enum(['paid', 'declined', 'confirmation_needed', 'pending', 'nothing_due']);
export type PaymentResult = z.infer<typeof PaymentResult>;
