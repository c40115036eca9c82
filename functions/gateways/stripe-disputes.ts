import type Stripe from 'stripe';
import type { Payments, ProviderDispute } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { unlessMissing } from './stripe-errors.ts';

/** Payments that a cardholder's bank has taken back. */
export function stripeDisputes(stripe: StripeClient): Pick<Payments, 'readDispute'> {
  return {
    async readDispute(account, disputeId) {
      const { disputes } = await stripe();
      const dispute = await unlessMissing(disputes.retrieve(disputeId, {}, { stripeAccount: account }));
      if (dispute === undefined) return undefined;
      const { id, payment_intent: intent, status } = dispute;
      if (intent === null) return undefined;
      return {
        disputeId: id,
        paymentIntentId: typeof intent === 'string' ? intent : intent.id,
        state: stateOf(status),
      };
    },
  };
}

/** The money stays with the business when it won, and when a mere inquiry or a warning came to nothing. */
function stateOf(status: Stripe.Dispute.Status): ProviderDispute['state'] {
  if (status === 'lost') return 'lost';
  return status === 'won' || status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
}
