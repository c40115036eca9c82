import type Stripe from 'stripe';
import type { Payments, ProviderRefund, RefundAnswer } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { isOurKeysFault, stripeErrorOf } from './stripe-errors.ts';
import { sentMetadata } from './stripe-metadata.ts';

/** Money that goes back. */
export function stripeRefunds(stripe: StripeClient): Pick<Payments, 'refund' | 'refundsOf'> {
  return {
    async refund(account, { paymentIntentId, amount, metadata, key }) {
      const { refunds } = await stripe();
      // The key is a refund's name in the books: its author may ask again when Stripe no longer remembers it.
      const asked = { payment_intent: paymentIntentId, amount, metadata: sentMetadata({ ...metadata, refund: key }) };
      try {
        return answerOf(await refunds.create(asked, { stripeAccount: account, idempotencyKey: key }));
      } catch (error) {
        return answerOfError(error);
      }
    },

    async refundsOf(account, paymentIntentId) {
      const { refunds } = await stripe();
      const found: ProviderRefund[] = [];
      const asked = { payment_intent: paymentIntentId, limit: 100 };
      for await (const refund of refunds.list(asked, { stripeAccount: account })) found.push(refundOf(refund));
      return found;
    },
  };
}

function stateOf({ status }: Stripe.Refund): ProviderRefund['state'] {
  if (status === 'succeeded') return 'done';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

function refundOf(refund: Stripe.Refund): ProviderRefund {
  const ours = refund.metadata?.refund;
  return {
    refundId: refund.id,
    amount: refund.amount,
    state: stateOf(refund),
    ...(ours === undefined ? {} : { ours }),
  };
}

function answerOf(refund: Stripe.Refund): RefundAnswer {
  const kind = stateOf(refund);
  return kind === 'failed' ? { kind, code: refund.failure_reason ?? 'refund_failed' } : { kind, refundId: refund.id };
}

function answerOfError(thrown: unknown): RefundAnswer {
  const error = stripeErrorOf(thrown);
  if (error === undefined || isOurKeysFault(error)) throw thrown;
  const isRefused = error.type === 'StripeInvalidRequestError' || error.type === 'StripeCardError';
  return isRefused ? { kind: 'failed', code: error.code ?? 'invalid_request' } : { kind: 'unknown' };
}
