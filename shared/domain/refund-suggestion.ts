import type { Bucket } from './credit-account.ts';
import { amountRefunded, type GrantedCredit, type Invoice } from './invoice.ts';

/** What is left of credits that came with a payment. Units as granted: visits, or minor units of money to spend. */
export interface GrantLeft extends GrantedCredit {
  readonly used: number;
  readonly unused: number;
}

/** Minor units of the invoice's currency. */
export interface RefundSuggestion {
  /** The most that can be given back. */
  readonly refundable: number;
  /** What is left of it after the units that were used. */
  readonly suggested: number;
}

/** The stated price of one visit of a service, in minor units; undefined where the business states none. */
export type PriceOf = (serviceId: string) => number | undefined;

/**
 * Whether units of a payment's credits were used. What has expired counts as used: its time was given. So does what is
 * no longer in the account, because it was taken back with an earlier refund.
 */
export function grantsLeft(
  grants: readonly GrantedCredit[],
  buckets: readonly Pick<Bucket, 'bucketId' | 'available'>[],
): GrantLeft[] {
  return grants.map((grant) => {
    const available = buckets.find(({ bucketId }) => bucketId === grant.bucketId)?.available ?? 0;
    const unused = Math.min(available, grant.units);
    return { ...grant, unused, used: grant.units - unused };
  });
}

/** What can be given back: everything that was paid and neither returned yet nor argued about with the bank. */
export function refundableAmount(invoice: Pick<Invoice, 'state' | 'total' | 'refunds' | 'dispute'>): number {
  const isTheirs = invoice.dispute !== undefined && invoice.dispute.state !== 'won';
  if (invoice.state !== 'paid' || isTheirs) return 0;
  return Math.max(0, invoice.total - amountRefunded(invoice));
}

/**
 * What a refund would be (rule C8): unused units are taken back, used ones are priced at the plan's stated unit value and
 * stay paid. Never below zero, never more than is left of what was paid.
 */
export function suggestRefund(
  invoice: Pick<Invoice, 'state' | 'total' | 'refunds' | 'dispute'>,
  grants: readonly GrantLeft[],
  priceOf: PriceOf,
): RefundSuggestion {
  const refundable = refundableAmount(invoice);
  const visits = grants.reduce((sum, { kind, units }) => sum + (kind === 'visits' ? units : 0), 0);
  const share = visits === 0 ? 0 : invoice.total / visits;
  const kept = grants.reduce((sum, grant) => sum + grant.used * unitValue(grant, share, priceOf), 0);
  const left = invoice.total - Math.round(kept) - amountRefunded(invoice);
  return { refundable, suggested: Math.min(refundable, Math.max(0, left)) };
}

/**
 * Money to spend is worth itself. A visit is worth the price of its service; of several, the lowest, because the account
 * does not say which was used. Without a stated price it is worth its share of the payment.
 */
function unitValue({ kind, serviceIds }: GrantedCredit, share: number, priceOf: PriceOf): number {
  if (kind === 'allowance') return 1;
  const prices = serviceIds.map(priceOf).filter((price) => price !== undefined);
  return prices.length === serviceIds.length ? Math.min(...prices) : share;
}
