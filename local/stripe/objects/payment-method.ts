import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { TestCard } from '../test-cards.ts';

export interface TypedCard {
  readonly card: TestCard;
  readonly expMonth: number;
  readonly expYear: number;
  readonly name: string | null;
  readonly email: string | null;
}

/** A card that was typed on the page or named by an alias, bound to no customer yet. */
export function newPaymentMethod(typed: TypedCard, created: number): Stripe.PaymentMethod {
  const { card, expMonth, expYear, name, email } = typed;
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: noAddress, email, name, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'DE',
      display_brand: card.brand,
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: `fp${card.number.slice(-8)}`,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

export const noAddress: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** The card of a payment method: the simulator knows no other kind. */
export function cardOf(method: Stripe.PaymentMethod): Stripe.PaymentMethod.Card {
  if (method.card === undefined) throw new Error('A payment method without a card.');
  return method.card;
}
