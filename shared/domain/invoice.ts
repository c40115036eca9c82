import * as z from 'zod/mini';
import type { Entry } from './credit-account.ts';
import { DeclineClass } from './decline.ts';
import {
  BucketId,
  EstimateId,
  InvoiceId,
  LocationId,
  MemberId,
  MembershipId,
  PlanId,
  ServiceId,
  StaffId,
} from './ids.ts';
import { Currency } from './money.ts';
import { Seller } from './seller.ts';
import { TaxRule } from './tax.ts';
import { Line } from './text.ts';
import { Instant, LocalDate, Period } from './time.ts';

/** Minor units of the invoice's currency. */
const Amount = z.int().check(z.minimum(0), z.maximum(200_000_000));

/** What a line is for; the sentence is in the wording. */
export const LineSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period'), plan: z.string(), start: LocalDate, end: LocalDate, intro: z.boolean() }),
  z.strictObject({ kind: z.literal('enrolment_fee'), plan: z.string() }),
  z.strictObject({ kind: z.literal('pause_fee'), plan: z.string() }),
  /** What another plan costs more for the days from `start` on (rule PC4). */
  z.strictObject({
    kind: z.literal('plan_change'),
    from: z.string(),
    plan: z.string(),
    start: LocalDate,
    end: LocalDate,
  }),
  z.strictObject({ kind: z.literal('account_credit') }),
  /** `each` is the price of one in minor units, as it was offered; both are absent for one of it. */
  z.strictObject({
    kind: z.literal('item'),
    text: Line(120),
    quantity: z.optional(z.int().check(z.minimum(2), z.maximum(999))),
    each: z.optional(Amount),
  }),
]);
export type LineSubject = z.infer<typeof LineSubject>;

/** `net + tax = gross`; the rule that was in force stands with the line (rule PC8). */
export const InvoiceLine = z.strictObject({
  subject: LineSubject,
  net: Amount,
  tax: Amount,
  gross: Amount,
  taxRule: z.optional(TaxRule),
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/** What an invoice is about. */
export const InvoiceCause = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('membership'),
    membershipId: MembershipId,
    planId: PlanId,
    planVersion: z.int(),
    period: Period,
  }),
  /** Another plan from a day within a paid period on (rule PC4). */
  z.strictObject({
    kind: z.literal('plan_change'),
    membershipId: MembershipId,
    planId: PlanId,
    planVersion: z.int(),
    period: Period,
  }),
  /** Money that the member pays in to spend later. */
  z.strictObject({ kind: z.literal('account_credit') }),
  /** Whatever else staff bill, such as what an estimate offered. */
  z.strictObject({
    kind: z.literal('order'),
    estimateId: z.optional(EstimateId),
    /** What it is about, in a few words: that of the estimate. */
    title: z.optional(Line(80)),
  }),
]);
export type InvoiceCause = z.infer<typeof InvoiceCause>;

/** Why money was tried to be taken. `id` names the one card update or call that asked for it, which counts once. */
export const AttemptTrigger = z.strictObject({
  kind: z.enum(['renewal', 'schedule', 'technical_retry', 'card_update', 'member', 'staff', 'hosted_page']),
  id: z.optional(z.string().check(z.maxLength(120))),
});
export type AttemptTrigger = z.infer<typeof AttemptTrigger>;

/** One try to take the money. `unknown` outcomes are not written here: they stay with the charge until proven. */
export const Attempt = z.strictObject({
  n: z.int().check(z.minimum(1)),
  at: Instant,
  trigger: AttemptTrigger,
  /** The card, by the provider's name; absent when there was none on file. */
  card: z.optional(z.string()),
  amount: Amount,
  outcome: z.enum(['succeeded', 'declined', 'no_card']),
  declineClass: z.optional(DeclineClass),
  /** The provider's decline code. */
  code: z.optional(z.string().check(z.maxLength(60))),
  paymentIntentId: z.optional(z.string()),
});
export type Attempt = z.infer<typeof Attempt>;

/** How it was paid. What account credit covered is `creditApplied` of the invoice. */
export const Payment = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('card'),
    paymentIntentId: z.string(),
    brand: z.string(),
    last4: z.string(),
    amount: Amount,
  }),
  z.strictObject({
    kind: z.literal('desk'),
    method: z.enum(['cash', 'terminal', 'transfer']),
    staffId: StaffId,
    amount: Amount,
  }),
  z.strictObject({ kind: z.literal('account_credit') }),
  /** Nothing was due, for example with an introductory price of zero. */
  z.strictObject({ kind: z.literal('nothing_due') }),
]);
export type Payment = z.infer<typeof Payment>;

/** Credits that came with the payment, for the receipt (rule M7). */
export const GrantedCredit = z.strictObject({
  bucketId: BucketId,
  kind: z.enum(['visits', 'allowance']),
  serviceIds: z.array(ServiceId),
  units: z.int(),
  expiresOn: z.optional(LocalDate),
});
export type GrantedCredit = z.infer<typeof GrantedCredit>;

/**
 * Money given back. `pending` until the provider has answered; its key is `<invoice>.refund.<n>`. `takesBack`: with it
 * go the unused credits that came with the payment (rule C8). `askId` names the one call that asked for it.
 */
export const Refund = z.strictObject({
  n: z.int().check(z.minimum(1)),
  state: z.enum(['pending', 'done', 'failed']),
  amount: Amount,
  /** Of `amount`, what went back to account credit. */
  toAccountCredit: Amount,
  refundId: z.optional(z.string()),
  at: Instant,
  by: z.optional(StaffId),
  askId: z.optional(z.string().check(z.maxLength(120))),
  takesBack: z.optional(z.boolean()),
  /** The number of the refused one that this makes up for. */
  again: z.optional(z.int()),
  /** The credits that went with it, once it is done; `units` are those that were unused. */
  tookBack: z.optional(z.array(GrantedCredit)),
  reason: z.enum([
    'requested',
    'duplicate',
    'service_issue',
    'already_enrolled',
    'membership_ended',
    'provider',
    'other',
  ]),
});
export type Refund = z.infer<typeof Refund>;

export const Dispute = z.strictObject({
  disputeId: z.string(),
  state: z.enum(['open', 'won', 'lost']),
  at: Instant,
});
export type Dispute = z.infer<typeof Dispute>;

/**
 * What a member owes or has paid. `number` follows in a series without gaps as soon as it is issued. `total` includes
 * tax; of it `creditApplied` was taken from account credit. The buyer is looked up when shown: an invoice must outlive
 * the erasure of a person.
 */
export const Invoice = z.strictObject({
  invoiceId: InvoiceId,
  memberId: MemberId,
  number: z.optional(z.int().check(z.minimum(1))),
  cause: InvoiceCause,
  currency: Currency,
  lines: z.array(InvoiceLine).check(z.minLength(1), z.maxLength(20)),
  total: Amount,
  creditApplied: Amount,
  seller: Seller,
  locationId: z.optional(LocationId),
  issuedAt: Instant,
  issuedOn: LocalDate,
  state: z.enum(['open', 'paid', 'void']),
  paidAt: z.optional(Instant),
  paidOn: z.optional(LocalDate),
  payment: z.optional(Payment),
  attempts: z.array(Attempt),
  refunds: z.array(Refund),
  dispute: z.optional(Dispute),
  grants: z.array(GrantedCredit),
});
export type Invoice = z.infer<typeof Invoice>;

/** The credits that these entries opened, as an invoice names what it has bought. */
export const grantsOf = (entries: readonly Entry[]): GrantedCredit[] =>
  entries.flatMap(({ bucketId, units, opens }) => {
    if (opens === undefined) return [];
    const { kind, serviceIds, expiresOn } = opens;
    return [{ bucketId, units, kind, serviceIds, ...(expiresOn === undefined ? {} : { expiresOn }) }];
  });

/** True of the bills of a membership: its periods, and changes of its plan. */
export const isBillOf = ({ cause }: Pick<Invoice, 'cause'>, membershipId: string): boolean =>
  'membershipId' in cause && cause.membershipId === membershipId;

const bySchedule: readonly AttemptTrigger['kind'][] = ['renewal', 'schedule', 'technical_retry'];

/** True for a try that nobody asked for. */
export const isBySchedule = ({ kind }: Pick<AttemptTrigger, 'kind'>): boolean => bySchedule.includes(kind);

/** True when somebody has just paid and waits to see it, and not the schedule by night. */
export function isAwaited({ attempts }: Pick<Invoice, 'attempts'>): boolean {
  const last = attempts.at(-1);
  return last === undefined || !isBySchedule(last.trigger);
}

/** What is still to be paid, in minor units. */
export const amountDue = (invoice: Pick<Invoice, 'state' | 'total' | 'creditApplied'>): number =>
  invoice.state === 'open' ? invoice.total - invoice.creditApplied : 0;

/** What has been given back or is about to be. */
export const amountRefunded = (invoice: Pick<Invoice, 'refunds'>): number =>
  invoice.refunds.reduce((sum, { state, amount }) => sum + (state === 'failed' ? 0 : amount), 0);
