import { addDays } from './calendar.ts';
import type { CreditAccount } from './credit-account.ts';
import type { Cancelled, RefundedUnits } from './ending-credits.ts';
import { type GrantedCredit, type Invoice, isBillOf } from './invoice.ts';
import { creditsAfterCancelOf } from './plan.ts';
import { grantsLeft, type PriceOf, suggestRefund } from './refund-suggestion.ts';

/** Money that goes back because a membership ends, for the unused credits that came with one payment. */
export interface EndingRefund {
  readonly invoiceId: string;
  /** Minor units of the invoice's currency. */
  readonly amount: number;
  /** Back to the card that paid; else it becomes account credit: the end comes when nobody is at the desk. */
  readonly to: 'card' | 'account_credit';
  readonly credits: readonly GrantedCredit[];
}

/** The name under which the end of a membership asks for a refund: twice is once. */
export const endingAskId = (membershipId: string): string => `ended:${membershipId}`;

/**
 * What goes back when the plan pays unused credits back (rule K2): for each payment, what is left of it after the units
 * that were used (rule C8). Where nothing is left to give back, the credits are not taken either.
 */
export function endingRefunds(
  membership: Cancelled,
  account: CreditAccount,
  invoices: readonly Invoice[],
  priceOf: PriceOf,
): EndingRefund[] {
  if (creditsAfterCancelOf(membership).kind !== 'refund_unused') return [];
  const lastDay = addDays(membership.cancelOn, -1);
  const lasting = account.buckets.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= lastDay);
  return invoices.flatMap((invoice) => {
    const { invoiceId, grants, payment } = invoice;
    if (!isBillOf(invoice, membership.membershipId)) return [];
    const left = grantsLeft(grants, lasting);
    const credits = left.flatMap(({ used: _, unused, ...grant }) => (unused > 0 ? [{ ...grant, units: unused }] : []));
    const amount = suggestRefund(invoice, left, priceOf).suggested;
    if (credits.length === 0 || amount <= 0) return [];
    return [{ invoiceId, amount, to: payment?.kind === 'card' ? 'card' : 'account_credit', credits }];
  });
}

/** Everything that money goes back for. */
export const refundedUnits = (refunds: readonly EndingRefund[]): RefundedUnits =>
  new Map(refunds.flatMap(({ credits }) => credits.map(({ bucketId, units }) => [bucketId, units] as const)));
