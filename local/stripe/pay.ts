import type Stripe from 'stripe';
import { attach, behind, noteCard } from './attach.ts';
import { idOf, replace } from './books.ts';
import { type DeclineCode, declineDetails } from './declines.ts';
import { openDispute } from './dispute.ts';
import { newCharge } from './objects/charge.ts';
import { cardOf } from './objects/payment-method.ts';
import { type ErrorDetails, type ErrorType, StripeRefusal } from './refusal.ts';
import { type Occasion, testCardByNumber, verdict } from './test-cards.ts';
import { emit, secondsNow, type Work } from './work.ts';

/** The payment after one try, with the error that its caller gets when the try has failed. */
export interface Attempt {
  readonly intent: Stripe.PaymentIntent;
  readonly refusal?: StripeRefusal;
}

export interface Circumstances {
  readonly occasion: Exclude<Occasion, 'saving'>;
  /** The cardholder has just confirmed this payment. */
  readonly authenticated?: boolean;
  /** Where the cardholder goes after a confirmation. */
  readonly returnUrl?: string | undefined;
}

/** Tries to take the money once. */
export function pay(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { occasion, authenticated = false, returnUrl }: Circumstances,
): Attempt {
  const card = behind(work, method);
  const said = verdict(card, cardOf(method), occasion, work.world.clock.now());
  if (said === 'authenticates' && !authenticated) return { intent: askFor(work, intent, method, returnUrl) };
  if (said !== 'succeeds' && said !== 'authenticates') return declined(work, intent, method, said);
  const kept = keep(work, intent, method, authenticated);
  const paid = succeeded(work, intent, kept);
  const test = testCardByNumber(card.number);
  if (occasion === 'later') work.lost = test?.lostAnswers ?? 0;
  return { intent: paid };
}

/** The cardholder did not confirm. */
export function authenticationFailed(work: Work, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  return failed(work, intent, 'invalid_request_error', {
    code: 'payment_intent_authentication_failure',
    message: 'The card was not authenticated. Choose another payment method or try again.',
  });
}

function askFor(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  returnUrl: string | undefined,
): Stripe.PaymentIntent {
  const url = `${work.world.endpoint()}/3ds/${intent.id}`;
  const waiting = replace(work.books.paymentIntents, intent, {
    status: 'requires_action',
    payment_method: method.id,
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl ?? null } },
  });
  emit(work, 'payment_intent.requires_action', waiting);
  return waiting;
}

function declined(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: DeclineCode,
): Attempt {
  const charge = newCharge(intent, method, secondsNow(work.world), decline);
  record(work, charge);
  emit(work, 'charge.failed', charge);
  const details = { ...declineDetails(decline), charge: charge.id };
  const next = failed(work, { ...intent, latest_charge: charge.id }, 'card_error', details, method);
  const error = { ...details, payment_intent: next, payment_method: method };
  return { intent: next, refusal: new StripeRefusal(402, 'card_error', error) };
}

function failed(
  work: Work,
  intent: Stripe.PaymentIntent,
  type: ErrorType,
  details: Omit<ErrorDetails, 'payment_intent'>,
  method?: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const next = replace(work.books.paymentIntents, intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: { ...details, ...(method === undefined ? {} : { payment_method: method }), type },
  });
  emit(work, 'payment_intent.payment_failed', next);
  return next;
}

/** Saves the card where the payment says so; otherwise a card without a customer is used up by it. */
function keep(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): Stripe.PaymentMethod {
  const customer = idOf(intent.customer);
  const saves = intent.setup_future_usage !== null && customer !== null;
  if (saves) {
    noteCard(work, method, { setUp: authenticated || behind(work, method).setUp });
    return attach(work, method, customer);
  }
  if (method.customer === null) noteCard(work, method, { spent: true });
  return method;
}

function succeeded(work: Work, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent {
  const charge = newCharge(intent, method, secondsNow(work.world));
  record(work, charge);
  const paid = replace(work.books.paymentIntents, intent, {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    payment_method: method.id,
    next_action: null,
    last_payment_error: null,
  });
  emit(work, 'charge.succeeded', charge);
  emit(work, 'payment_intent.succeeded', paid);
  if (testCardByNumber(behind(work, method).number)?.disputed === true) openDispute(work, charge);
  return paid;
}

function record(work: Work, charge: Stripe.Charge): void {
  replace(work.books.charges, charge);
  work.world.state.ledger.set(charge.id, work.account);
}
