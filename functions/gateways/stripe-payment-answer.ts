import type Stripe from 'stripe';
import { classOfDecline } from '../../shared/domain/decline.ts';
import type { PaymentAnswer } from './payments.ts';
import { cardOf } from './stripe-card.ts';
import { ourMetadata } from './stripe-metadata.ts';

/** The codes by which Stripe says no, on an error and on a payment alike. */
type DeclineCodes = Pick<
  Stripe.PaymentIntent.LastPaymentError,
  'code' | 'decline_code' | 'network_decline_code' | 'network_advice_code'
>;

type Declined = Extract<PaymentAnswer, { kind: 'declined' }>;

/** What a “no” asks for (rule D3), and the most exact code of it. */
export function declineOf(codes: DeclineCodes): Pick<Declined, 'kind' | 'declineClass' | 'code'> {
  const { code, decline_code, network_decline_code, network_advice_code } = codes;
  const declineClass = classOfDecline({
    code,
    declineCode: decline_code,
    networkDeclineCode: network_decline_code,
    networkAdviceCode: network_advice_code,
  });
  return { kind: 'declined', declineClass, code: decline_code || code || 'card_declined' };
}

/**
 * What a payment says of itself; `payment_method` expanded, or the answer names no card. Undefined for one that is not
 * ours and for one that no card was ever asked for. While the member is at the bank's confirmation, nobody can say that
 * the money will not come: that is `processing`.
 */
export function paymentAnswer(intent: Stripe.PaymentIntent): PaymentAnswer | undefined {
  const { id: paymentIntentId, status, last_payment_error: error } = intent;
  const metadata = ourMetadata(intent.metadata);
  if (metadata === undefined) return undefined;
  switch (status) {
    case 'succeeded': {
      const card = cardOf(intent.payment_method);
      const amount = intent.amount_received;
      return { kind: 'succeeded', paymentIntentId, amount, ...(card === undefined ? {} : { card }), metadata };
    }
    case 'requires_payment_method':
    case 'requires_confirmation':
      return error === null ? undefined : { ...declineOf(error), paymentIntentId, metadata };
    case 'canceled':
      // Given up before anybody said no.
      if (error === null)
        return { kind: 'declined', declineClass: 'technical', code: status, paymentIntentId, metadata };
      return { ...declineOf(error), paymentIntentId, metadata };
    default:
      return { kind: 'processing', paymentIntentId, metadata };
  }
}
