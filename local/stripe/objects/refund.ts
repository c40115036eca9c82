import type Stripe from 'stripe';
import { newId } from '../ids.ts';

/** Money given back for a charge; test cards take it at once. */
export function newRefund(
  charge: Stripe.Charge,
  created: number,
  asked: Pick<Stripe.Refund, 'amount' | 'reason' | 'metadata'>,
): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
    ...asked,
  };
}
