import type Stripe from 'stripe';
import { type CardBehind, find, idOf, replace } from './books.ts';
import { declineDetails } from './declines.ts';
import { cardOf, newPaymentMethod, type TypedCard } from './objects/payment-method.ts';
import { invalid, StripeRefusal } from './refusal.ts';
import { testCardByAlias, verdict } from './test-cards.ts';
import { emit, secondsNow, type Work } from './work.ts';

const yearsAhead = 4;

/** Writes a card down as a payment method that no customer has yet. */
export function addCard(work: Work, typed: TypedCard): Stripe.PaymentMethod {
  const method = newPaymentMethod(typed, secondsNow(work.world));
  work.books.cards.set(method.id, { number: typed.card.number, setUp: false, spent: false });
  return replace(work.books.paymentMethods, method);
}

/**
 * The payment method of that id; an alias of Stripe's test mode (`pm_card_visa`) makes a new one.
 * @throws {StripeRefusal} 404 `resource_missing`.
 */
export function methodNamed(work: Work, id: string, param = 'payment_method'): Stripe.PaymentMethod {
  const card = testCardByAlias(id);
  if (card === undefined) return find(work.books.paymentMethods, 'PaymentMethod', id, param);
  const expYear = new Date(work.world.clock.now()).getUTCFullYear() + yearsAhead;
  return addCard(work, { card, expMonth: 12, expYear, name: null, email: null });
}

/** What the network knows of a payment method. */
export function behind(work: Work, method: Stripe.PaymentMethod): CardBehind {
  return find(work.books.cards, 'PaymentMethod', method.id);
}

/** Notes what has become of a card. */
export function noteCard(work: Work, method: Stripe.PaymentMethod, news: Partial<CardBehind>): void {
  work.books.cards.set(method.id, { ...behind(work, method), ...news });
}

/**
 * Binds a card to a customer; a card that is bound to them already stays as it is.
 * @throws {StripeRefusal} 400 when it belongs to somebody else or was used up, 402 when the bank refuses to save it.
 */
export function attach(work: Work, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  find(work.books.customers, 'customer', customer, 'customer');
  const owner = idOf(method.customer);
  if (owner === customer) return method;
  if (owner !== null) {
    throw invalid('The payment method you provided has already been attached to a customer.', {
      param: 'payment_method',
    });
  }
  const card = behind(work, method);
  if (card.spent) throw spent();
  const said = verdict(card, cardOf(method), 'saving', work.world.clock.now());
  if (said !== 'succeeds' && said !== 'authenticates') {
    throw new StripeRefusal(402, 'card_error', declineDetails(said));
  }
  const attached = replace(work.books.paymentMethods, method, { customer });
  emit(work, 'payment_method.attached', attached);
  return attached;
}

export const spent = () =>
  invalid(
    'This PaymentMethod was used without a customer or detached from one before and cannot be used again: attach it to a customer first.',
    { param: 'payment_method' },
  );
