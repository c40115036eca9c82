import type Stripe from 'stripe';
import type { ProviderCard } from './payments.ts';

/** The card behind a reference that was expanded; undefined for none, or for what is no card. */
export function cardOf(reference: string | Stripe.PaymentMethod | null | undefined): ProviderCard | undefined {
  if (typeof reference !== 'object' || reference === null || reference.card === undefined) return undefined;
  const { id, card } = reference;
  const { brand, last4, exp_month, exp_year } = card;
  return { paymentMethodId: id, brand, last4, expMonth: exp_month, expYear: exp_year };
}
