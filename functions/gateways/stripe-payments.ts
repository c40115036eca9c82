import type { Payments } from './payments.ts';
import { stripeAccounts } from './stripe-accounts.ts';
import { stripeAttempts } from './stripe-attempts.ts';
import { stripeBooks } from './stripe-books.ts';
import { stripeCharging } from './stripe-charging.ts';
import { stripeCheckout } from './stripe-checkout.ts';
import { type StripeConnection, stripeClient } from './stripe-client.ts';
import { stripeCustomers } from './stripe-customers.ts';
import { stripeDisputes } from './stripe-disputes.ts';
import { stripeRefunds } from './stripe-refunds.ts';

/** Payments through Stripe, one connected account for each business. Without an `origin` it is Stripe itself. */
export function stripePayments(connection: StripeConnection): Payments {
  const stripe = stripeClient(connection);
  return {
    ...stripeAccounts(stripe),
    ...stripeCustomers(stripe),
    ...stripeCheckout(stripe),
    ...stripeCharging(stripe),
    ...stripeAttempts(stripe),
    ...stripeRefunds(stripe),
    ...stripeDisputes(stripe),
    ...stripeBooks(stripe),
  };
}
