import type Stripe from 'stripe';
import { html } from '../../console/html.ts';
import type { Call, Reply } from '../../protocol/serve.ts';
import { find, idOf } from '../books.ts';
import { completeSession } from '../complete-session.ts';
import { authenticationFailed, pay } from '../pay.ts';
import { setUp, setUpNotAuthenticated } from '../set-up.ts';
import type { Work } from '../work.ts';
import { successUrl } from './checkout.ts';
import { businessName, notice, page, seeOther } from './frame.ts';
import { money, wordsFor } from './words.ts';

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

/** Answers the bank's question whether it is the cardholder who pays (3-D Secure), for a payment or a set-up. */
export function answerAuthentication(work: Work, call: Call, id: string): Reply {
  const intent = id.startsWith('seti_')
    ? find(work.books.setupIntents, 'setupintent', id)
    : find(work.books.paymentIntents, 'payment_intent', id);
  const session = sessionOf(work, id);
  const words = wordsFor(session?.locale ?? null, call.headers['accept-language']);
  if (intent.status !== 'requires_action') return notice(409, words.language, words.complete);
  if (call.method === 'POST') {
    const confirmed = new URLSearchParams(call.body.toString()).get('outcome') === 'complete';
    return seeOther(answered(work, intent, session, confirmed));
  }
  return page(
    200,
    words.language,
    words.confirmTitle,
    html`<main class="notice"><h1>${words.confirmTitle}</h1><p class="business">${asking(work, intent, words.language)}</p><p>${words.confirmText}</p><form method="post" action="/3ds/${id}" class="answers"><button class="primary" name="outcome" value="complete">${words.confirm}</button><button name="outcome" value="fail">${words.refuse}</button></form></main>`,
  );
}

/** Who asks for how much: the cardholder confirms nothing else. */
function asking({ world, account }: Work, intent: Intent, language: string): string {
  const business = businessName(world, account);
  return intent.object === 'setup_intent'
    ? business
    : `${business}, ${money(intent.amount, intent.currency, language)}`;
}

function answered(
  work: Work,
  intent: Intent,
  session: Stripe.Checkout.Session | undefined,
  confirmed: boolean,
): string {
  const method = find(work.books.paymentMethods, 'PaymentMethod', idOf(intent.payment_method) ?? '');
  const done = confirmed && succeeds(work, intent, method);
  if (!confirmed) fail(work, intent);
  if (session === undefined) return returnUrl(intent, done);
  if (!done) return `/c/pay/${session.id}`;
  const { name, email } = method.billing_details;
  return successUrl(completeSession(work, session.id, { name: name ?? '', email }));
}

function succeeds(work: Work, intent: Intent, method: Stripe.PaymentMethod): boolean {
  const attempt =
    intent.object === 'setup_intent'
      ? setUp(work, intent, method, { authenticated: true })
      : pay(work, intent, method, { occasion: 'paying', authenticated: true });
  return attempt.intent.status === 'succeeded';
}

function fail(work: Work, intent: Intent): void {
  if (intent.object === 'setup_intent') setUpNotAuthenticated(work, intent);
  else authenticationFailed(work, intent);
}

/** Where a payment without a session goes on, with what Stripe adds to the address. */
function returnUrl(intent: Intent, done: boolean): string {
  const to = intent.next_action?.redirect_to_url?.return_url;
  if (to === null || to === undefined) return `/3ds/${intent.id}`;
  const url = new URL(to);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  url.searchParams.set('redirect_status', done ? 'succeeded' : 'failed');
  return url.href;
}

function sessionOf(work: Work, intent: string): Stripe.Checkout.Session | undefined {
  for (const session of work.books.sessions.values()) {
    if (session.payment_intent === intent || session.setup_intent === intent) return session;
  }
  return undefined;
}
