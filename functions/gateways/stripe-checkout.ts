import type Stripe from 'stripe';
import type { Checkout, CheckoutOrder, CheckoutPurpose, Payments } from './payments.ts';
import { cardOf } from './stripe-card.ts';
import type { StripeClient } from './stripe-client.ts';
import { isRefusedCall, unlessMissing } from './stripe-errors.ts';
import { ourMetadata, sentMetadata } from './stripe-metadata.ts';
import { paymentAnswer } from './stripe-payment-answer.ts';

/** Stripe's hosted page, the only place where a card is ever entered (rule 11). */
export function stripeCheckout(
  stripe: StripeClient,
): Pick<Payments, 'openCheckout' | 'readCheckout' | 'closeCheckout'> {
  return {
    async openCheckout(account, order) {
      const { checkout } = await stripe();
      const options = { stripeAccount: account, idempotencyKey: order.key };
      const { id, url } = await checkout.sessions.create(orderedPage(order), options);
      if (url === null) throw new Error(`the hosted page ${id} has no address`);
      return { sessionId: id, url };
    },

    async readCheckout(account, sessionId) {
      const { checkout } = await stripe();
      const expand = ['setup_intent.payment_method', 'payment_intent.payment_method'];
      const asked = checkout.sessions.retrieve(sessionId, { expand }, { stripeAccount: account });
      const session = await unlessMissing(asked);
      return session && checkoutOf(session);
    },

    async closeCheckout(account, sessionId) {
      const { sessions } = (await stripe()).checkout;
      try {
        await sessions.expire(sessionId, {}, { stripeAccount: account });
      } catch (error) {
        if (!isRefusedCall(error)) throw error;
        const { status } = await sessions.retrieve(sessionId, {}, { stripeAccount: account });
        if (status === 'open') throw error;
      }
    },
  };
}

function orderedPage(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const { customerId, email, payment } = order;
  // On the payment too: a webhook about it, or a look through the books, sees only that.
  const metadata = sentMetadata({ ...order.metadata, purpose: order.purpose });
  const customer: Partial<Stripe.Checkout.SessionCreateParams> =
    customerId === undefined
      ? { customer_creation: 'always', ...(email === undefined ? {} : { customer_email: email }) }
      : { customer: customerId };
  const common = {
    ...customer,
    allowed_payment_method_types: ['card' as const],
    locale: order.language,
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    metadata,
  };
  if (payment === undefined) return { ...common, mode: 'setup', setup_intent_data: { metadata } };
  const { amount, currency, label, savesCard } = payment;
  return {
    ...common,
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name: label } },
      },
    ],
    payment_intent_data: {
      description: label,
      metadata,
      ...(savesCard ? { setup_future_usage: 'off_session' } : {}),
    },
  };
}

const purposes: readonly CheckoutPurpose[] = ['card_update', 'enrolment', 'payment', 'account_credit'];

const states: readonly Checkout['state'][] = ['complete', 'expired'];

const expanded = <Value extends object>(reference: string | Value | null): Value | undefined =>
  typeof reference === 'object' && reference !== null ? reference : undefined;

/** Undefined for a page that is not ours. */
function checkoutOf(session: Stripe.Checkout.Session): Checkout | undefined {
  const metadata = ourMetadata(session.metadata);
  const purpose = purposes.find((known) => known === session.metadata?.purpose);
  if (metadata === undefined || purpose === undefined) return undefined;
  const state = states.find((known) => known === session.status) ?? 'open';
  const intent = expanded(session.payment_intent);
  const customerId = expanded(session.customer)?.id ?? (session.customer as string | null);
  const method = intent?.payment_method ?? expanded(session.setup_intent)?.payment_method;
  const card = state === 'complete' ? cardOf(method) : undefined;
  // An open page can be tried again after a decline: only at its end is anything decided.
  const payment = state === 'open' || intent === undefined ? undefined : paymentAnswer(intent);
  return {
    sessionId: session.id,
    state,
    purpose,
    metadata,
    ...(customerId === null ? {} : { customerId }),
    ...(card === undefined ? {} : { card }),
    ...(payment === undefined ? {} : { payment }),
  };
}
