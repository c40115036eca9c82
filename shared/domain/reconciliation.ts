import type { CreditAccount } from './credit-account.ts';
import type { Invoice } from './invoice.ts';
import { outsidePart } from './refund.ts';

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
): Difference | undefined {
  const paidBy = invoice?.payment;
  if (invoice === undefined || paidBy?.kind !== 'card' || paidBy.paymentIntentId !== payment.paymentIntentId) {
    if (payment.refunded >= payment.amount) return undefined;
    if (invoice === undefined) return 'no_invoice';
    return invoice.state === 'open' ? 'still_open' : 'paid_twice';
  }
  if (paidBy.amount !== payment.amount) return 'other_amount';
  if (!areEqual(invoice.refunds, payment.refunded)) return 'other_refunds';
  const exists = (bucketId: string) => account.buckets.some((bucket) => bucket.bucketId === bucketId);
  return invoice.grants.every(({ bucketId }) => exists(bucketId)) ? undefined : 'credits_missing';
}

/** What is on its way back may be counted at the provider already, or not yet. */
function areEqual(refunds: Invoice['refunds'], refunded: number): boolean {
  const sum = (states: readonly string[]) =>
    refunds.reduce((total, refund) => total + (states.includes(refund.state) ? outsidePart(refund) : 0), 0);
  return sum(['done']) <= refunded && refunded <= sum(['done', 'pending']);
}
