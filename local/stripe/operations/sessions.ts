import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { find, replace } from '../books.ts';
import { expireIfDue, expireSession } from '../expire-sessions.ts';
import { listOf, within } from '../lists.ts';
import { newSession } from '../objects/session.ts';
import { newSetupIntent } from '../objects/setup-intent.ts';
import { created, page, text } from '../parameters.ts';
import { invalid } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import { secondsNow, type Work } from '../work.ts';
import { checkMayCharge } from './capability.ts';
import { changed } from './metadata.ts';
import { priceOrder } from './session-order.ts';
import { SessionCreation } from './session-parameters.ts';

const soonest = 30 * 60;
const latest = 24 * 60 * 60;

const Listing = z.strictObject({
  ...page,
  created: z.optional(created),
  customer: z.optional(text),
  payment_intent: z.optional(text),
  status: z.optional(z.enum(['open', 'complete', 'expired'])),
});

export const sessionRoutes: readonly Route[] = [
  route('POST', '/v1/checkout/sessions', SessionCreation, createSession),
  route('GET', '/v1/checkout/sessions/:id', z.strictObject({}), (work, _, id) =>
    expireIfDue(work, find(work.books.sessions, 'checkout.session', id, 'session')),
  ),
  route('POST', '/v1/checkout/sessions/:id/expire', z.strictObject({}), (work, _, id) => {
    const session = expireIfDue(work, find(work.books.sessions, 'checkout.session', id, 'session'));
    if (session.status === 'open') return expireSession(work, session);
    throw invalid(`Only Checkout Sessions with a status of open can be expired; this one is ${session.status}.`);
  }),
  route(
    'GET',
    '/v1/checkout/sessions',
    Listing,
    (work, { created: bounds, customer, payment_intent, status, ...asked }) =>
      listOf(
        '/v1/checkout/sessions',
        work.books.sessions,
        asked,
        (each) =>
          within(each.created, bounds) &&
          (customer === undefined || each.customer === customer) &&
          (payment_intent === undefined || each.payment_intent === payment_intent) &&
          (status === undefined || each.status === status),
      ),
  ),
];

function createSession(work: Work, asked: SessionCreation): Stripe.Checkout.Session {
  checkMayCharge(work);
  refuseContradictions(asked);
  const { books, world } = work;
  const now = secondsNow(world);
  if (asked.customer !== undefined) find(books.customers, 'customer', asked.customer, 'customer');
  if (asked.expires_at !== undefined && (asked.expires_at < now + soonest || asked.expires_at > now + latest)) {
    throw invalid('The expires_at timestamp must be between 30 minutes and 24 hours from the creation.', {
      param: 'expires_at',
    });
  }
  const byMode = asked.mode === 'setup' ? setupFields(work, asked) : paymentFields(asked, now);
  const session = newSession(now, (id) => `${world.endpoint()}/c/pay/${id}`, {
    mode: asked.mode,
    success_url: asked.success_url,
    allowed_payment_method_types: asked.allowed_payment_method_types ?? null,
    cancel_url: asked.cancel_url ?? null,
    client_reference_id: asked.client_reference_id ?? null,
    custom_text: {
      after_submit: asked.custom_text?.after_submit ?? null,
      shipping_address: null,
      submit: asked.custom_text?.submit ?? null,
      terms_of_service_acceptance: null,
    },
    customer: asked.customer ?? null,
    customer_creation: asked.customer === undefined ? (asked.customer_creation ?? 'if_required') : null,
    customer_email: asked.customer_email ?? null,
    locale: asked.locale ?? null,
    metadata: changed({}, asked.metadata),
    submit_type: asked.submit_type ?? null,
    ...(asked.expires_at === undefined ? {} : { expires_at: asked.expires_at }),
    ...(asked.adaptive_pricing === undefined ? {} : { adaptive_pricing: asked.adaptive_pricing }),
    ...byMode.fields,
  });
  if (byMode.order !== undefined) books.orders.set(session.id, byMode.order);
  return replace(books.sessions, session);
}

function setupFields(work: Work, asked: SessionCreation) {
  if (asked.currency === undefined && asked.allowed_payment_method_types === undefined) {
    throw invalid('Missing required param: currency. It decides which payment methods a setup can offer.', {
      code: 'parameter_missing',
      param: 'currency',
    });
  }
  const intent = newSetupIntent(secondsNow(work.world), {
    customer: asked.customer ?? null,
    description: asked.setup_intent_data?.description ?? null,
    metadata: changed({}, asked.setup_intent_data?.metadata),
  });
  replace(work.books.setupIntents, intent);
  return { fields: { setup_intent: intent.id, currency: asked.currency ?? null }, order: undefined };
}

function paymentFields(asked: SessionCreation, now: number) {
  const { order, currency, total } = priceOrder(asked, now);
  return {
    fields: {
      amount_subtotal: total,
      amount_total: total,
      currency,
      total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    },
    order,
  };
}

function refuseContradictions(asked: SessionCreation): void {
  const wrong = (
    asked.mode === 'setup' ? ['line_items', 'payment_intent_data', 'submit_type'] : ['setup_intent_data']
  ).find((name) => Reflect.get(asked, name) !== undefined);
  if (wrong !== undefined) throw invalid(`You can not pass ${wrong} in ${asked.mode} mode.`, { param: wrong });
  const { customer } = asked;
  for (const name of ['customer_email', 'customer_creation'] as const) {
    if (customer === undefined || asked[name] === undefined) continue;
    throw invalid(`You may only specify one of these parameters: customer, ${name}.`, { param: name });
  }
  if (asked.customer_update !== undefined && customer === undefined) {
    throw invalid('customer_update can only be used with customer.', { param: 'customer_update' });
  }
}
