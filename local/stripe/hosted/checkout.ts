import type Stripe from 'stripe';
import type { Call, Reply } from '../../protocol/serve.ts';
import { addCard } from '../attach.ts';
import { find, idOf } from '../books.ts';
import { completeSession, type Payer, paymentOf, withCustomer } from '../complete-session.ts';
import { expireIfDue } from '../expire-sessions.ts';
import { pay } from '../pay.ts';
import type { StripeRefusal } from '../refusal.ts';
import { setUp } from '../set-up.ts';
import type { Work } from '../work.ts';
import { type CardField, cardFields, readCardForm, type Typed } from './card-form.ts';
import { type CheckoutView, checkoutPage, grouped } from './checkout-page.ts';
import { businessName, notice, seeOther } from './frame.ts';
import { wordsFor } from './words.ts';

/** Answers the card page of a session: shows it, takes a card, and sends the browser on when it is done. */
export function answerCheckout(work: Work, call: Call, id: string): Reply {
  const session = expireIfDue(work, find(work.books.sessions, 'checkout.session', id));
  const view = viewOf(work, call, session);
  const { words, business } = view;
  if (session.status === 'complete') {
    if (call.method === 'POST') return seeOther(successUrl(session));
    return notice(200, words.language, words.complete, { href: successUrl(session), text: words.back(business) });
  }
  if (session.status === 'expired') {
    const link = session.cancel_url === null ? undefined : { href: session.cancel_url, text: words.back(business) };
    return notice(410, words.language, words.expired, link);
  }
  return call.method === 'POST' ? submit(work, view) : checkoutPage(200, view);
}

function submit(work: Work, view: CheckoutView): Reply {
  const { words, session } = view;
  const form = readCardForm(view.typed, view.email, work.world.clock.now());
  if (!form.ok) return checkoutPage(400, { ...view, error: { field: form.field, text: words.wrong[form.wrong] } });
  const payer: Payer = { name: form.name, email: form.email };
  const { status, refusal, next } = tryCard(work, withCustomer(work, session, payer), form.card);
  if (refusal !== undefined) return checkoutPage(402, declined(view, refusal.details.decline_code));
  if (status === 'requires_action' && next) return seeOther(next);
  return seeOther(successUrl(completeSession(work, session.id, payer)));
}

interface Tried {
  readonly status: string;
  readonly refusal: StripeRefusal | undefined;
  /** Where the cardholder confirms. */
  readonly next: string | undefined;
}

function tryCard(work: Work, session: Stripe.Checkout.Session, card: Parameters<typeof addCard>[1]): Tried {
  const method = addCard(work, card);
  const setup = idOf(session.setup_intent);
  const attempt =
    setup === null
      ? pay(work, paymentOf(work, session), method, { occasion: 'paying' })
      : setUp(work, find(work.books.setupIntents, 'setupintent', setup), method);
  const { intent, refusal } = attempt;
  return { status: intent.status, refusal, next: intent.next_action?.redirect_to_url?.url ?? undefined };
}

function viewOf(work: Work, call: Call, session: Stripe.Checkout.Session): CheckoutView {
  const customer = work.books.customers.get(idOf(session.customer) ?? '');
  const view: CheckoutView = {
    words: wordsFor(session.locale, call.headers['accept-language']),
    session,
    business: businessName(work.world, work.account),
    lines: work.books.orders.get(session.id)?.lines ?? [],
    typed: typedIn(work, call, customer?.name ?? ''),
    email: customer?.email ?? session.customer_email,
  };
  const failure = lastFailure(work, session);
  return call.method === 'GET' && failure !== undefined ? declined(view, failure) : view;
}

function typedIn(work: Work, call: Call, name: string): Typed {
  const sent = call.method === 'POST' ? new URLSearchParams(call.body.toString()) : call.url.searchParams;
  const [email = '', number = '', expiry = '', cvc = '', typedName = ''] = cardFields.map(
    (each) => sent.get(each) ?? '',
  );
  const typed = { email, number, expiry, cvc, name: typedName === '' ? name : typedName };
  const filled = sent.get('fill');
  if (filled === null) return typed;
  const year = new Date(work.world.clock.now()).getUTCFullYear() + 4;
  return {
    email,
    number: grouped(filled),
    expiry: expiry === '' ? `12 / ${year % 100}` : expiry,
    cvc: cvc === '' ? '123' : cvc,
    name: typed.name === '' ? 'Alex Example' : typed.name,
  };
}

/** Why the cardholder is back on the page: their bank did not confirm it was them. */
function lastFailure(work: Work, session: Stripe.Checkout.Session): string | undefined {
  const payment = work.books.paymentIntents.get(idOf(session.payment_intent) ?? '');
  const setup = work.books.setupIntents.get(idOf(session.setup_intent) ?? '');
  const code = payment?.last_payment_error?.code ?? setup?.last_setup_error?.code;
  return code?.endsWith('_authentication_failure') ? 'authentication_failure' : undefined;
}

function declined(view: CheckoutView, code: string | undefined): CheckoutView {
  const field: CardField = code === 'expired_card' ? 'expiry' : 'number';
  return { ...view, error: { field, text: view.words.declined(code) } };
}

/** Where the browser goes when the session is complete. */
export function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}
