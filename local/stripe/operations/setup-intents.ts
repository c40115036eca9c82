import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { methodNamed } from '../attach.ts';
import { find, idOf, replace } from '../books.ts';
import { newSetupIntent } from '../objects/setup-intent.ts';
import { address, flag, list, metadata, text } from '../parameters.ts';
import { invalid } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import { setUp } from '../set-up.ts';
import { secondsNow, type Work } from '../work.ts';
import { changed } from './metadata.ts';

const Creation = z.strictObject({
  allowed_payment_method_types: z.optional(list(z.literal('card'))),
  confirm: z.optional(flag),
  customer: z.optional(text),
  description: z.optional(z.string().check(z.maxLength(1000))),
  metadata: z.optional(metadata),
  payment_method: z.optional(text),
  return_url: z.optional(address),
  usage: z.optional(z.enum(['off_session', 'on_session'])),
});

const Confirmation = z.strictObject({ payment_method: z.optional(text), return_url: z.optional(address) });
const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

export const setupIntentRoutes: readonly Route[] = [
  route('POST', '/v1/setup_intents', Creation, (work, asked) => {
    const { confirm, payment_method, return_url } = asked;
    if (asked.customer !== undefined) find(work.books.customers, 'customer', asked.customer, 'customer');
    const intent = newSetupIntent(secondsNow(work.world), {
      allowed_payment_method_types: asked.allowed_payment_method_types ?? null,
      customer: asked.customer ?? null,
      description: asked.description ?? null,
      metadata: changed({}, asked.metadata),
      usage: asked.usage ?? 'off_session',
    });
    if (confirm) return confirmed(work, intent, payment_method, return_url);
    if (payment_method === undefined) return replace(work.books.setupIntents, intent);
    const method = methodNamed(work, payment_method);
    return replace(work.books.setupIntents, intent, { payment_method: method.id, status: 'requires_confirmation' });
  }),
  route('GET', '/v1/setup_intents/:id', z.strictObject({}), (work, _, id) =>
    find(work.books.setupIntents, 'setupintent', id, 'intent'),
  ),
  route('POST', '/v1/setup_intents/:id/confirm', Confirmation, (work, asked, id) => {
    const intent = find(work.books.setupIntents, 'setupintent', id, 'intent');
    if (!confirmable.includes(intent.status)) {
      throw invalid(`SetupIntent ${id} cannot be confirmed because it has a status of ${intent.status}.`, {
        code: 'setup_intent_unexpected_state',
      });
    }
    return confirmed(work, intent, asked.payment_method ?? idOf(intent.payment_method) ?? undefined, asked.return_url);
  }),
];

function confirmed(
  work: Work,
  intent: Stripe.SetupIntent,
  method: string | undefined,
  returnUrl: string | undefined,
): Stripe.SetupIntent {
  if (method === undefined) {
    throw invalid('You cannot confirm this SetupIntent because it is missing a payment method.', {
      code: 'setup_intent_unexpected_state',
    });
  }
  if (returnUrl === undefined && intent.allowed_payment_method_types === null) {
    throw invalid('This SetupIntent accepts payment methods that may redirect: give a return_url.', {
      param: 'return_url',
    });
  }
  const attempt = setUp(work, intent, methodNamed(work, method), { returnUrl });
  if (attempt.refusal) throw attempt.refusal;
  return attempt.intent;
}
