import type Stripe from 'stripe';
import { behind, methodNamed, spent } from '../attach.ts';
import { idOf, replace } from '../books.ts';
import { pay } from '../pay.ts';
import { invalid, missing, StripeRefusal } from '../refusal.ts';
import type { Work } from '../work.ts';

interface Asked {
  readonly confirm: boolean;
  /** The member is not there: nobody can confirm anything. */
  readonly offSession: boolean;
  readonly paymentMethod: string | undefined;
  readonly returnUrl: string | undefined;
  readonly errorOnAction: boolean;
}

/**
 * Stores a payment and, when asked to, tries it.
 * @throws {StripeRefusal} 402 when the bank says no, 400 for a card that this customer cannot use.
 */
export function confirmPayment(work: Work, intent: Stripe.PaymentIntent, asked: Asked): Stripe.PaymentIntent {
  const { paymentIntents } = work.books;
  if (asked.paymentMethod === undefined) {
    if (!asked.confirm) return replace(paymentIntents, intent);
    throw invalid('You cannot confirm this PaymentIntent because it is missing a payment method.', {
      code: 'payment_intent_unexpected_state',
    });
  }
  if (asked.confirm) refuseMissingReturn(intent, asked);
  const method = methodNamed(work, asked.paymentMethod);
  refuseForeign(work, intent, method);
  if (!asked.confirm) {
    return replace(paymentIntents, intent, { payment_method: method.id, status: 'requires_confirmation' });
  }
  const occasion = asked.offSession ? 'later' : 'paying';
  const attempt = pay(work, intent, method, { occasion, returnUrl: asked.returnUrl });
  if (attempt.refusal) throw attempt.refusal;
  if (asked.errorOnAction && attempt.intent.status === 'requires_action') {
    throw new StripeRefusal(402, 'card_error', {
      code: 'authentication_required',
      decline_code: 'authentication_required',
      message: 'This payment requires additional user action before it can be completed.',
      payment_intent: replace(paymentIntents, intent, { status: 'requires_payment_method', payment_method: null }),
    });
  }
  return attempt.intent;
}

// Methods that leave the page would not know where to come back to.
function refuseMissingReturn(intent: Stripe.PaymentIntent, { returnUrl, offSession }: Asked): void {
  const { automatic_payment_methods: automatic, allowed_payment_method_types: allowed } = intent;
  if (returnUrl !== undefined || offSession || allowed !== null || automatic?.allow_redirects === 'never') return;
  throw invalid(
    'This PaymentIntent accepts payment methods that may redirect: give a return_url, or set automatic_payment_methods[allow_redirects] to never.',
    { param: 'return_url' },
  );
}

function refuseForeign(work: Work, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const owner = idOf(method.customer);
  const customer = idOf(intent.customer);
  if (owner === null) {
    if (behind(work, method).spent) throw spent();
    return;
  }
  if (customer === null) {
    throw invalid('The payment method is attached to a customer: name the customer in the request.', {
      param: 'customer',
    });
  }
  if (owner !== customer) throw missing('PaymentMethod of this customer', method.id, 'payment_method');
}
