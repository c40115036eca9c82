import type Stripe from 'stripe';
import { type Books, idOf } from './books.ts';
import { platform, type State } from './state.ts';

/** One try to take money, as the console shows it. */
export interface ShownPayment {
  /** Of the PaymentIntent. */
  readonly id: string;
  readonly charge: string;
  /** ISO 8601, on the clock. */
  readonly at: string;
  /** The `business` of the metadata, or the account. */
  readonly business: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly status: 'succeeded' | 'failed' | 'refunded' | 'partially_refunded' | 'disputed';
  readonly description: string;
  /** Why it failed: Stripe's `decline_code`. */
  readonly reason?: string;
}

/** Every try of every account, newest first. */
export function showPayments(state: State): readonly ShownPayment[] {
  const shown: ShownPayment[] = [];
  for (const [id, account] of [...state.ledger].reverse()) {
    const charge = state.books.get(account)?.charges.get(id);
    if (charge !== undefined) shown.push(show(charge, account));
  }
  return shown;
}

function show(charge: Stripe.Charge, account: string): ShownPayment {
  const reason = charge.status === 'failed' ? charge.outcome?.reason : undefined;
  return {
    id: idOf(charge.payment_intent) ?? charge.id,
    charge: charge.id,
    at: new Date(charge.created * 1000).toISOString(),
    business: charge.metadata.business ?? (account === platform ? 'platform' : account),
    amount: charge.amount,
    currency: charge.currency,
    status: statusOf(charge),
    description: charge.description ?? '',
    ...(reason === undefined || reason === null ? {} : { reason }),
  };
}

function statusOf(charge: Stripe.Charge): ShownPayment['status'] {
  if (charge.status !== 'succeeded') return 'failed';
  if (charge.disputed) return 'disputed';
  if (charge.refunded) return 'refunded';
  return charge.amount_refunded > 0 ? 'partially_refunded' : 'succeeded';
}

/** The account whose books hold an object, found by its id alone. */
export function accountHolding(state: State, collection: keyof Books, id: string): string | undefined {
  for (const [account, books] of state.books) if (books[collection].has(id)) return account;
  return undefined;
}
