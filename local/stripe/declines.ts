import type Stripe from 'stripe';
import type { ErrorDetails } from './refusal.ts';

export type DeclineCode =
  | 'generic_decline'
  | 'insufficient_funds'
  | 'lost_card'
  | 'expired_card'
  | 'processing_error'
  | 'authentication_required';

type Decline = Pick<ErrorDetails, 'message' | 'advice_code' | 'network_decline_code'> & { readonly code: string };

const declines: Readonly<Record<DeclineCode, Decline>> = {
  generic_decline: {
    code: 'card_declined',
    message: 'Your card was declined.',
    advice_code: 'try_again_later',
    network_decline_code: '05',
  },
  insufficient_funds: {
    code: 'card_declined',
    message: 'Your card has insufficient funds.',
    advice_code: 'try_again_later',
    network_decline_code: '51',
  },
  lost_card: {
    code: 'card_declined',
    message: 'Your card was declined.',
    advice_code: 'do_not_try_again',
    network_decline_code: '41',
  },
  expired_card: {
    code: 'expired_card',
    message: 'Your card has expired.',
    advice_code: 'confirm_card_data',
    network_decline_code: '54',
  },
  processing_error: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice_code: 'try_again_later',
    network_decline_code: '96',
  },
  authentication_required: {
    code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
};

/** The error that a client reads when the bank says no. */
export function declineDetails(decline: DeclineCode): ErrorDetails & { readonly code: string } {
  return { ...declines[decline], decline_code: decline };
}

/** The outcome of a charge that the bank has refused. */
export function declinedOutcome(decline: DeclineCode): Stripe.Charge.Outcome {
  const { advice_code = null, network_decline_code = null, message } = declines[decline];
  return {
    advice_code,
    network_advice_code: null,
    network_decline_code,
    network_status: 'declined_by_network',
    reason: decline,
    risk_level: 'normal',
    seller_message: message,
    type: 'issuer_declined',
  };
}
