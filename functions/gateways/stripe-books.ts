import type Stripe from 'stripe';
import type { Payments, ProviderPayment } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { ourMetadata } from './stripe-metadata.ts';

/** Stripe's books, for comparing them with ours. */
export function stripeBooks(stripe: StripeClient): Pick<Payments, 'paymentsBetween'> {
  return {
    async paymentsBetween(account, from, to, after) {
      const { charges } = await stripe();
      // Charges, not payments: one is made when the money moves, so a payment that was begun yesterday and paid today is
      // found today. It carries the payment's metadata.
      const page = await charges.list(
        {
          created: { gte: Math.ceil(from / 1000), lt: Math.ceil(to / 1000) },
          limit: 100,
          ...(after === undefined ? {} : { starting_after: after }),
        },
        { stripeAccount: account },
      );
      const next = page.has_more ? page.data.at(-1)?.id : undefined;
      return { payments: page.data.flatMap(paymentOf), ...(next === undefined ? {} : { next }) };
    },
  };
}

/** None for a charge that failed, or that is not ours. */
function paymentOf(charge: Stripe.Charge): ProviderPayment[] {
  const { status, payment_intent: intent, created, amount_captured, amount_refunded } = charge;
  const metadata = ourMetadata(charge.metadata);
  if (status !== 'succeeded' || intent === null || metadata === undefined) return [];
  return [
    {
      paymentIntentId: typeof intent === 'string' ? intent : intent.id,
      at: created * 1000,
      amount: amount_captured,
      refunded: amount_refunded,
      metadata,
    },
  ];
}
