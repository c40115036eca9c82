import { addDays } from './calendar.ts';
import { type CreditAccount, keptDays } from './credit-account.ts';
import type { GrantedCredit, Invoice } from './invoice.ts';
import { outsidePart } from './refund.ts';
import type { LocalDate } from './time.ts';

/**
 * How a payment at the provider differs from our books.
 * - `no_invoice`: nothing of ours says what it paid;
 * - `still_open`: its invoice waits for money; `paid_twice`: its invoice was paid otherwise, or is void;
 * - `other_amount`, `other_refunds`: the sums differ; `credits_missing`: what it paid for was not granted.
 */
export type Difference =
  | 'no_invoice'
  | 'still_open'
  | 'paid_twice'
  | 'other_amount'
  | 'other_refunds'
  | 'credits_missing';

/**
 * How an invoice of the numbered series differs from the payment that it says has paid it.
 * - `missing_invoice`: the number was given, and there is no invoice;
 * - `no_payment`: the provider has no such payment in the business's account; `not_succeeded`: it took no money;
 * - `other_invoice`: the payment was made for something else.
 */
export type InvoiceDifference = 'missing_invoice' | 'no_payment' | 'not_succeeded' | 'other_invoice';

/** Amounts are minor units; `refunded` is everything that has gone back of it. */
export interface PaymentTaken {
  readonly paymentIntentId: string;
  readonly amount: number;
  readonly refunded: number;
}

/**
 * The first difference between a payment that succeeded and our books, undefined when they agree: it paid exactly one
 * invoice, with this amount and these refunds, and its credits exist once (rule I6). Money that has all gone back
 * without paying an invoice is in order: somebody paid twice.
 */
export function differenceOf(
  payment: PaymentTaken,
  invoice: Invoice | undefined,
  account: Pick<CreditAccount, 'buckets'>,
  today: LocalDate,
): Difference | undefined {
  const paidBy = invoice?.payment;
  if (invoice === undefined || paidBy?.kind !== 'card' || paidBy.paymentIntentId !== payment.paymentIntentId) {
    if (payment.refunded >= payment.amount) return undefined;
    if (invoice === undefined) return 'no_invoice';
    return invoice.state === 'open' ? 'still_open' : 'paid_twice';
  }
  if (paidBy.amount !== payment.amount) return 'other_amount';
  if (!areEqual(invoice.refunds, payment.refunded)) return 'other_refunds';
  return hasCredits(invoice, account, today) ? undefined : 'credits_missing';
}

/**
 * Whether what came with an invoice is in the account, or was and may have left it: closed buckets do, at the earliest
 * when what was paid was used up on the same day.
 */
export function hasCredits(
  { grants, paidOn }: Pick<Invoice, 'grants' | 'paidOn'>,
  { buckets }: Pick<CreditAccount, 'buckets'>,
  today: LocalDate,
): boolean {
  const isLongAgo = (day: LocalDate | undefined) => day !== undefined && addDays(day, keptDays) < today;
  const mayHaveLeft = ({ expiresOn }: GrantedCredit) => isLongAgo(expiresOn) || isLongAgo(paidOn);
  return grants.every((grant) => mayHaveLeft(grant) || buckets.some(({ bucketId }) => bucketId === grant.bucketId));
}

/** What is on its way back may be counted at the provider already, or not yet. */
function areEqual(refunds: Invoice['refunds'], refunded: number): boolean {
  const sum = (states: readonly string[]) =>
    refunds.reduce((total, refund) => total + (states.includes(refund.state) ? outsidePart(refund) : 0), 0);
  return sum(['done']) <= refunded && refunded <= sum(['done', 'pending']);
}
