import type Stripe from 'stripe';
import { log } from '../runtime/log.ts';
import type { ChargeAnswer, PaymentAnswer, Payments } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { isRefusedCall, stripeErrorOf, unlessMissing } from './stripe-errors.ts';
import { paymentAnswer } from './stripe-payment-answer.ts';

/** Milliseconds by which Stripe's clock may be behind ours. */
const clockDifference = 5 * 60_000;

/** What became of payments that were asked for before. Nothing here can take money. */
export function stripeAttempts(stripe: StripeClient): Pick<Payments, 'findAttempt' | 'readPayment' | 'cancelPayment'> {
  return {
    async findAttempt(account, { attempt, customerId, since }) {
      const { paymentIntents } = await stripe();
      const asked = {
        customer: customerId,
        created: { gte: Math.floor((since - clockDifference) / 1000) },
        limit: 100,
        expand: ['data.payment_method'],
      };
      const found: PaymentAnswer[] = [];
      try {
        // Listing shows what was just written. Search is a minute late, and its “nothing” would be no proof.
        for await (const intent of paymentIntents.list(asked, { stripeAccount: account })) {
          const answer = paymentAnswer(intent);
          if (answer?.metadata.attempt === attempt) found.push(answer);
        }
      } catch (error) {
        return unanswered(error);
      }
      if (found.length > 1) log('error', 'find-attempt', { outcome: 'several_payments', attempt, found: found.length });
      return found.toSorted((a, b) => rank[a.kind] - rank[b.kind])[0] ?? { kind: 'none' };
    },

    async readPayment(account, paymentIntentId) {
      const { paymentIntents } = await stripe();
      const intent = await unlessMissing(retrieve(paymentIntents, account, paymentIntentId));
      return intent && paymentAnswer(intent);
    },

    async cancelPayment(account, paymentIntentId) {
      const { paymentIntents } = await stripe();
      try {
        await paymentIntents.cancel(paymentIntentId, {}, { stripeAccount: account });
        return { kind: 'cancelled' };
      } catch (error) {
        if (!isRefusedCall(error)) throw error;
        const intent = await retrieve(paymentIntents, account, paymentIntentId);
        if (intent.status === 'canceled') return { kind: 'cancelled' };
        const answer = paymentAnswer(intent);
        if (answer === undefined || answer.kind === 'declined') throw error;
        return answer;
      }
    },
  };
}

const rank: Readonly<Record<PaymentAnswer['kind'], number>> = { succeeded: 0, processing: 1, declined: 2 };

const retrieve = (paymentIntents: Stripe['paymentIntents'], account: string, id: string) =>
  paymentIntents.retrieve(id, { expand: ['payment_method'] }, { stripeAccount: account });

/** A look that was not answered leaves what it looked for unknown. */
function unanswered(thrown: unknown): ChargeAnswer {
  switch (stripeErrorOf(thrown)?.type) {
    case 'StripeRateLimitError':
      return { kind: 'busy' };
    case 'StripeConnectionError':
    case 'StripeAPIError':
      return { kind: 'unknown' };
    default:
      throw thrown;
  }
}
