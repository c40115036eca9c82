import type { Actor } from '../../shared/domain/credit-account.ts';
import { type Difference, differenceOf, type InvoiceDifference } from '../../shared/domain/reconciliation.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { ProviderPayment } from '../gateways/payments.ts';
import { described } from '../runtime/log.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { type PaymentPlace, placeOfPayment } from './payment-place.ts';
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
  /** The business's day at that instant. */
  readonly today: LocalDate;
  readonly requestId: string;
}

/** A payment as the provider has it, whenever that was. */
export type TakenPayment = Omit<ProviderPayment, 'at'>;

/** Milliseconds before the last comparison that are compared again: whatever was reported late is in order by then. */
export const again = 3 * 24 * 3_600_000;

/** The instants `[from, to)` of payments that are compared, in milliseconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * What comparing a payment or an invoice found; `in_progress` ones are compared again the next day. Ids only, for the
 * log; `because` is what stood in the way of a repair.
 */
export type Compared =
  | { readonly outcome: 'same' | 'not_ours' | 'in_progress' }
  | {
      readonly outcome: 'repaired' | 'differs';
      readonly difference: Difference | InvoiceDifference | 'unfinished_enrolment' | 'unknown_client';
      /** Of the invoice, where that is all that there is. */
      readonly number?: number;
      readonly paymentIntentId?: string;
      readonly memberId?: string | undefined;
      readonly invoiceId?: string | undefined;
      readonly because?: Readonly<Record<string, unknown>>;
    };

/** All payments of a business that succeeded in the window, each compared and repaired where it can be. */
export async function* compareBooks(
  world: BillingWorld,
  comparison: Comparison,
  { from, to }: Window,
): AsyncGenerator<{ readonly payment: ProviderPayment; readonly compared: Compared }> {
  let after: string | undefined;
  do {
    const page = await world.payments.paymentsBetween(comparison.account, from, to, after);
    for (const payment of page.payments) {
      yield { payment, compared: await comparePayment(world, comparison, payment) };
    }
    after = page.next;
  } while (after !== undefined);
}

const nobody: PaymentPlace = { memberId: undefined, invoiceId: undefined };

/** Compares a payment that succeeded with what it paid, and repairs it by the flow that would have done it. */
export async function comparePayment(
  world: BillingWorld,
  comparison: Comparison,
  payment: TakenPayment,
): Promise<Compared> {
  const { paymentIntentId, metadata } = payment;
  // A salon may use its account for more than us (rule I5).
  if (metadata.business !== comparison.slug) return { outcome: 'not_ours' };
  const place = await placeOfPayment(world, comparison.slug, metadata);
  // What was entered is forgotten after three days; the money is still there, and nothing but this line says so.
  const { memberId, invoiceId } = place === 'forgotten' ? nobody : place;
  const ids = { paymentIntentId, memberId, invoiceId };
  if (memberId === undefined || invoiceId === undefined) {
    const hasGoneBack = payment.refunded >= payment.amount;
    return hasGoneBack ? { outcome: 'same' } : { outcome: 'differs', difference: 'unfinished_enrolment', ...ids };
  }
  const { account, today, ...who } = comparison;
  const person: Person = { ...who, memberId };
  const difference = await look(world, person, invoiceId, payment, today);
  if (difference === undefined) return { outcome: 'same' };
  if (difference === 'unknown_client') return { outcome: 'differs', difference, ...ids };
  try {
    await repairPayment(world, person, invoiceId, account, payment, difference);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'payment_in_progress') return { outcome: 'in_progress' };
    return { outcome: 'differs', difference, because: described(error), ...ids };
  }
  const refunded = await refundedOf(world, account, paymentIntentId);
  const left = await look(world, person, invoiceId, { ...payment, refunded }, today);
  return left === undefined
    ? { outcome: 'repaired', difference, ...ids }
    : { outcome: 'differs', difference: left, ...ids };
}

async function look(
  world: Pick<BillingWorld, 'table'>,
  { slug, memberId }: Person,
  invoiceId: string,
  payment: TakenPayment,
  today: LocalDate,
): Promise<Difference | 'unknown_client' | undefined> {
  const [member, invoice] = await Promise.all([
    loadMember(world.table, slug, memberId),
    readInvoice(world.table, slug, memberId, invoiceId),
  ]);
  return member === undefined ? 'unknown_client' : differenceOf(payment, invoice?.value, member.account.value, today);
}

/** What has gone back of a payment by now, in minor units. */
export async function refundedOf(world: BillingWorld, account: string, paymentIntentId: string): Promise<number> {
  const refunds = await world.payments.refundsOf(account, paymentIntentId);
  return refunds.reduce((sum, { state, amount }) => sum + (state === 'failed' ? 0 : amount), 0);
}
