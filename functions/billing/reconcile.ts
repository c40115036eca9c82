import type { Actor } from '../../shared/domain/credit-account.ts';
import { type Difference, differenceOf } from '../../shared/domain/reconciliation.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ProviderPayment } from '../gateways/payments.ts';
import { described } from '../runtime/log.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { placeOfPayment } from './payment-place.ts';
import type { Person } from './person.ts';
import { repairPayment } from './repair-payment.ts';
import type { BillingWorld } from './world.ts';

/** Who compares whose books, and when. */
export interface Comparison {
  readonly slug: string;
  /** The business's account at the provider. */
  readonly account: string;
  readonly actor: Actor;
  readonly at: number;
  readonly requestId: string;
}

/**
 * What comparing a payment found; `in_progress` ones are compared again the next day, `forgotten` ones were before. Ids
 * only, for the log; `because` is what stood in the way of a repair.
 */
export type Compared =
  | { readonly outcome: 'same' | 'not_ours' | 'in_progress' | 'forgotten' }
  | {
      readonly outcome: 'repaired' | 'differs';
      readonly difference: Difference | 'unfinished_enrolment' | 'unknown_client';
      readonly paymentIntentId: string;
      readonly memberId?: string | undefined;
      readonly invoiceId?: string | undefined;
      readonly because?: Readonly<Record<string, unknown>>;
    };

/** All payments of a business that succeeded in `[from, to)` (milliseconds), each compared and repaired where it can be. */
export async function* compareBooks(
  world: BillingWorld,
  comparison: Comparison,
  from: number,
  to: number,
): AsyncGenerator<Compared> {
  let after: string | undefined;
  do {
    const page = await world.payments.paymentsBetween(comparison.account, from, to, after);
    for (const payment of page.payments) yield await comparePayment(world, comparison, payment);
    after = page.next;
  } while (after !== undefined);
}

async function comparePayment(
  world: BillingWorld,
  comparison: Comparison,
  payment: ProviderPayment,
): Promise<Compared> {
  const { paymentIntentId, metadata } = payment;
  // A salon may use its account for more than us (rule I5).
  if (metadata.business !== comparison.slug) return { outcome: 'not_ours' };
  const place = await placeOfPayment(world, comparison.slug, metadata);
  if (place === 'forgotten') return { outcome: 'forgotten' };
  const { memberId, invoiceId } = place;
  const ids = { paymentIntentId, memberId, invoiceId };
  if (memberId === undefined || invoiceId === undefined) {
    const hasGoneBack = payment.refunded >= payment.amount;
    return hasGoneBack ? { outcome: 'same' } : { outcome: 'differs', difference: 'unfinished_enrolment', ...ids };
  }
  const { account, ...who } = comparison;
  const person: Person = { ...who, memberId };
  const difference = await look(world, person, invoiceId, payment);
  if (difference === undefined) return { outcome: 'same' };
  if (difference === 'unknown_client') return { outcome: 'differs', difference, ...ids };
  try {
    await repairPayment(world, person, invoiceId, account, payment, difference);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'payment_in_progress') return { outcome: 'in_progress' };
    return { outcome: 'differs', difference, because: described(error), ...ids };
  }
  const left = await look(world, person, invoiceId, await refreshed(world, account, payment));
  return left === undefined
    ? { outcome: 'repaired', difference, ...ids }
    : { outcome: 'differs', difference: left, ...ids };
}

async function look(
  world: Pick<BillingWorld, 'table'>,
  { slug, memberId }: Person,
  invoiceId: string,
  payment: ProviderPayment,
): Promise<Difference | 'unknown_client' | undefined> {
  const [member, invoice] = await Promise.all([
    loadMember(world.table, slug, memberId),
    readInvoice(world.table, slug, memberId, invoiceId),
  ]);
  return member === undefined ? 'unknown_client' : differenceOf(payment, invoice?.value, member.account.value);
}

/** The payment with what has gone back of it by now. */
async function refreshed(world: BillingWorld, account: string, payment: ProviderPayment): Promise<ProviderPayment> {
  const refunds = await world.payments.refundsOf(account, payment.paymentIntentId);
  return {
    ...payment,
    refunded: refunds.reduce((sum, { state, amount }) => sum + (state === 'failed' ? 0 : amount), 0),
  };
}
