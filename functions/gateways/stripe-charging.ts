import type Stripe from 'stripe';
import { log } from '../runtime/log.ts';
import type { ChargeAnswer, ChargeOrder, PaymentMetadata, Payments } from './payments.ts';
import type { StripeClient } from './stripe-client.ts';
import { isOurKeysFault, stripeErrorOf } from './stripe-errors.ts';
import { sentMetadata } from './stripe-metadata.ts';
import { declineOf, paymentAnswer } from './stripe-payment-answer.ts';
import { statementSuffix } from './stripe-statement.ts';

/** Charges of cards on file. One call makes and confirms a payment, so there is no half of it to clean up. */
export function stripeCharging(stripe: StripeClient): Pick<Payments, 'charge'> {
  return {
    async charge(account, order) {
      const { paymentIntents } = await stripe();
      try {
        const options = { stripeAccount: account, idempotencyKey: order.key };
        return answerOf(await paymentIntents.create(orderedPayment(order), options));
      } catch (error) {
        return answerOfError(error, order.metadata);
      }
    },
  };
}

/** Amounts are Stripe's as they are: both count in the currency's smallest unit. */
function orderedPayment(order: ChargeOrder): Stripe.PaymentIntentCreateParams {
  const suffix = statementSuffix(order.description);
  return {
    amount: order.amount,
    currency: order.currency.toLowerCase(),
    customer: order.customerId,
    payment_method: order.paymentMethodId,
    allowed_payment_method_types: ['card'],
    confirm: true,
    off_session: true,
    description: order.description,
    ...(suffix === undefined ? {} : { statement_descriptor_suffix: suffix }),
    metadata: sentMetadata(order.metadata),
    expand: ['payment_method'],
  };
}

function answerOf(intent: Stripe.PaymentIntent): ChargeAnswer {
  const answer = paymentAnswer(intent);
  // The member is not there to confirm anything (rule A3).
  if (answer !== undefined && intent.status === 'requires_action') {
    return { ...answer, ...declineOf({ code: 'authentication_required' }) };
  }
  return answer ?? { kind: 'unknown' };
}

/**
 * What an error leaves known of the money. A refused call took none; an answer that did not come, or that says that
 * Stripe itself failed, says nothing, however often it is repeated under the same key (faults F3, F4).
 */
function answerOfError(thrown: unknown, metadata: PaymentMetadata): ChargeAnswer {
  const error = stripeErrorOf(thrown);
  if (error === undefined || isOurKeysFault(error)) throw thrown;
  switch (error.type) {
    case 'StripeCardError':
      return { ...declineOf(codesOf(error)), ...idOf(error), metadata };
    case 'StripeInvalidRequestError':
      return { ...refusedCall(error), ...idOf(error), metadata };
    case 'StripeRateLimitError':
      return { kind: 'busy' };
    case 'StripeIdempotencyError':
      // Another order went out under this key, which must not be; it may have taken money.
      log('error', 'charge', { outcome: 'key_of_another_order', attempt: metadata.attempt });
      return { kind: 'unknown' };
    default:
      return error.code === 'idempotency_key_in_use' ? { kind: 'busy' } : { kind: 'unknown' };
  }
}

const codesOf = ({ code, decline_code, network_decline_code, network_advice_code }: Stripe.errors.StripeError) =>
  ({ code, decline_code, network_decline_code, network_advice_code }) as Parameters<typeof declineOf>[0];

const idOf = ({ payment_intent: intent }: Stripe.errors.StripeError) =>
  intent === undefined ? {} : { paymentIntentId: intent.id };

const cardParameters: readonly (string | undefined)[] = ['payment_method', 'customer'];

/**
 * A card or customer that this account does not have needs a new card. Anything else is our mistake or a trouble of the
 * business's account: the member must not hear that their card was refused, and the few tries of rule D3 end it.
 */
const refusedCall = ({ code, param }: Stripe.errors.StripeError) =>
  ({
    kind: 'declined',
    declineClass: cardParameters.includes(param) ? 'hard' : 'technical',
    code: code ?? 'invalid_request',
  }) as const;
