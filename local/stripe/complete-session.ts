import type Stripe from 'stripe';
import { find, idOf, replace } from './books.ts';
import { newCustomer } from './objects/customer.ts';
import { newPaymentIntent } from './objects/payment-intent.ts';
import { emit, secondsNow, type Work } from './work.ts';

/** Who filled in the page. */
export interface Payer {
  readonly name: string;
  readonly email: string | null;
}

/** The session with the customer that it creates, where it was asked to; a customer without an address gets the payer's. */
export function withCustomer(work: Work, session: Stripe.Checkout.Session, payer: Payer): Stripe.Checkout.Session {
  const { customers, sessions } = work.books;
  const known = idOf(session.customer);
  if (known !== null) {
    const customer = find(customers, 'customer', known);
    if (customer.email === null && payer.email !== null) replace(customers, customer, { email: payer.email });
    return session;
  }
  if (session.customer_creation !== 'always') return session;
  const { name, email } = payer;
  const customer = replace(customers, newCustomer(secondsNow(work.world), { name, email }));
  emit(work, 'customer.created', customer);
  const setup = idOf(session.setup_intent);
  if (setup !== null) {
    replace(work.books.setupIntents, find(work.books.setupIntents, 'setupintent', setup), { customer: customer.id });
  }
  return replace(sessions, session, { customer: customer.id });
}

/** The payment of a session, which exists from the first try on. */
export function paymentOf(work: Work, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const existing = idOf(session.payment_intent);
  if (existing !== null) return find(work.books.paymentIntents, 'payment_intent', existing);
  const order = find(work.books.orders, 'checkout.session', session.id);
  const intent = newPaymentIntent(secondsNow(work.world), {
    ...order.paymentIntent,
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    customer: idOf(session.customer),
  });
  replace(work.books.sessions, session, { payment_intent: intent.id });
  return replace(work.books.paymentIntents, intent);
}

/** The card is saved or the money is there: the session is over. */
export function completeSession(work: Work, id: string, payer: Payer): Stripe.Checkout.Session {
  const session = find(work.books.sessions, 'checkout.session', id);
  const complete = replace(work.books.sessions, session, {
    status: 'complete',
    payment_status: session.mode === 'setup' ? 'no_payment_required' : 'paid',
    url: null,
    customer_details: {
      address: null,
      business_name: null,
      email: payer.email,
      individual_name: null,
      name: payer.name,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
  });
  emit(work, 'checkout.session.completed', complete);
  return complete;
}
