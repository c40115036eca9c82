import type Stripe from 'stripe';
import { attach, behind, noteCard } from './attach.ts';
import { idOf, replace } from './books.ts';
import { declineDetails } from './declines.ts';
import { cardOf } from './objects/payment-method.ts';
import { type ErrorDetails, type ErrorType, StripeRefusal } from './refusal.ts';
import { verdict } from './test-cards.ts';
import { emit, type Work } from './work.ts';

/** The set-up after one try, with the error that its caller gets when the try has failed. */
export interface SetUpAttempt {
  readonly intent: Stripe.SetupIntent;
  readonly refusal?: StripeRefusal;
}

/** Tries to save a card for later charges; `authenticated` once the cardholder has confirmed it. */
export function setUp(
  work: Work,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  { authenticated = false, returnUrl }: { authenticated?: boolean; returnUrl?: string | undefined } = {},
): SetUpAttempt {
  const said = verdict(behind(work, method), cardOf(method), 'saving', work.world.clock.now());
  if (said === 'authenticates' && !authenticated) return { intent: askFor(work, intent, method, returnUrl) };
  if (said !== 'succeeds' && said !== 'authenticates') {
    const next = failed(work, intent, 'card_error', declineDetails(said), method);
    const error = { ...declineDetails(said), setup_intent: next, payment_method: method };
    return { intent: next, refusal: new StripeRefusal(402, 'card_error', error) };
  }
  noteCard(work, method, { setUp: true });
  const customer = idOf(intent.customer);
  const kept = customer === null ? method : attach(work, method, customer);
  const done = replace(work.books.setupIntents, intent, {
    status: 'succeeded',
    payment_method: kept.id,
    next_action: null,
    last_setup_error: null,
  });
  emit(work, 'setup_intent.succeeded', done);
  return { intent: done };
}

/** The cardholder did not confirm. */
export function setUpNotAuthenticated(work: Work, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  return failed(work, intent, 'invalid_request_error', {
    code: 'setup_intent_authentication_failure',
    message: 'The card was not authenticated. Choose another payment method or try again.',
  });
}

function askFor(
  work: Work,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  returnUrl: string | undefined,
): Stripe.SetupIntent {
  const url = `${work.world.endpoint()}/3ds/${intent.id}`;
  return replace(work.books.setupIntents, intent, {
    status: 'requires_action',
    payment_method: method.id,
    last_setup_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl ?? null } },
  });
}

function failed(
  work: Work,
  intent: Stripe.SetupIntent,
  type: ErrorType,
  details: Omit<ErrorDetails, 'setup_intent'>,
  method?: Stripe.PaymentMethod,
): Stripe.SetupIntent {
  const next = replace(work.books.setupIntents, intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: { ...details, ...(method === undefined ? {} : { payment_method: method }), type },
  });
  emit(work, 'setup_intent.setup_failed', next);
  return next;
}
