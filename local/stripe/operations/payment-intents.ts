import * as z from 'zod/mini';
import { find, idOf, replace } from '../books.ts';
import { listOf, within } from '../lists.ts';
import { newPaymentIntent } from '../objects/payment-intent.ts';
import { address, created, flag, list, metadata, page, text } from '../parameters.ts';
import { invalid } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import { emit, secondsNow } from '../work.ts';
import { amount, currency, refuseAmount } from './amount.ts';
import { checkMayCharge } from './capability.ts';
import { confirmPayment } from './confirm-payment.ts';
import { changed } from './metadata.ts';

const methods = z.optional(list(z.literal('card')));

const Creation = z.strictObject({
  amount,
  currency,
  allowed_payment_method_types: methods,
  automatic_payment_methods: z.optional(
    z.strictObject({ enabled: flag, allow_redirects: z.optional(z.enum(['always', 'never'])) }),
  ),
  confirm: z.optional(flag),
  customer: z.optional(text),
  description: z.optional(z.string().check(z.maxLength(1000))),
  error_on_requires_action: z.optional(flag),
  metadata: z.optional(metadata),
  off_session: z.optional(flag),
  payment_method: z.optional(text),
  receipt_email: z.optional(text),
  return_url: z.optional(address),
  setup_future_usage: z.optional(z.enum(['off_session', 'on_session'])),
  statement_descriptor_suffix: z.optional(z.string().check(z.minLength(1), z.maxLength(22), z.regex(/^[^<>\\'"*]+$/))),
});

const Confirmation = z.strictObject({
  error_on_requires_action: z.optional(flag),
  off_session: z.optional(flag),
  payment_method: z.optional(text),
  return_url: z.optional(address),
  setup_future_usage: z.optional(z.enum(['off_session', 'on_session'])),
});

const reasons = z.optional(z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']));
const cancellable = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

export const paymentIntentRoutes: readonly Route[] = [
  route('POST', '/v1/payment_intents', Creation, (work, asked) => {
    const { confirm, off_session, return_url, error_on_requires_action, ...fields } = asked;
    checkMayCharge(work);
    refuseAmount(fields.amount, fields.currency);
    if (!confirm) {
      const only = { off_session, return_url, error_on_requires_action };
      const [param] = Object.entries(only).find(([, value]) => value !== undefined) ?? [];
      if (param !== undefined) throw invalid(`${param} can only be given together with confirm=true.`, { param });
    }
    if (fields.customer !== undefined) find(work.books.customers, 'customer', fields.customer, 'customer');
    const {
      allowed_payment_method_types: allowed,
      automatic_payment_methods: automatic,
      payment_method,
      ...rest
    } = fields;
    const intent = newPaymentIntent(secondsNow(work.world), {
      amount: rest.amount,
      currency: rest.currency,
      allowed_payment_method_types: allowed ?? null,
      automatic_payment_methods: {
        enabled: automatic?.enabled ?? true,
        allow_redirects: automatic?.allow_redirects ?? 'always',
      },
      customer: rest.customer ?? null,
      description: rest.description ?? null,
      metadata: changed({}, rest.metadata),
      receipt_email: rest.receipt_email ?? null,
      setup_future_usage: rest.setup_future_usage ?? null,
      statement_descriptor_suffix: rest.statement_descriptor_suffix ?? null,
    });
    return confirmPayment(work, intent, {
      confirm: confirm ?? false,
      offSession: off_session ?? false,
      paymentMethod: payment_method,
      returnUrl: return_url,
      errorOnAction: error_on_requires_action ?? false,
    });
  }),
  route('GET', '/v1/payment_intents/:id', z.strictObject({}), (work, _, id) =>
    find(work.books.paymentIntents, 'payment_intent', id, 'intent'),
  ),
  route('POST', '/v1/payment_intents/:id/confirm', Confirmation, (work, asked, id) => {
    const intent = find(work.books.paymentIntents, 'payment_intent', id, 'intent');
    refuseState(intent.status, cancellable, id, 'confirmed');
    return confirmPayment(
      work,
      { ...intent, ...(asked.setup_future_usage && { setup_future_usage: asked.setup_future_usage }) },
      {
        confirm: true,
        offSession: asked.off_session ?? false,
        paymentMethod: asked.payment_method ?? idOf(intent.payment_method) ?? undefined,
        returnUrl: asked.return_url,
        errorOnAction: asked.error_on_requires_action ?? false,
      },
    );
  }),
  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    z.strictObject({ cancellation_reason: reasons }),
    (work, asked, id) => {
      const intent = find(work.books.paymentIntents, 'payment_intent', id, 'intent');
      refuseState(intent.status, cancellable, id, 'canceled');
      const canceled = replace(work.books.paymentIntents, intent, {
        status: 'canceled',
        canceled_at: secondsNow(work.world),
        cancellation_reason: asked.cancellation_reason ?? null,
        next_action: null,
      });
      emit(work, 'payment_intent.canceled', canceled);
      return canceled;
    },
  ),
  route(
    'GET',
    '/v1/payment_intents',
    z.strictObject({ ...page, created: z.optional(created), customer: z.optional(text) }),
    (work, { created: bounds, customer, ...asked }) =>
      listOf(
        '/v1/payment_intents',
        work.books.paymentIntents,
        asked,
        (each) => within(each.created, bounds) && (customer === undefined || each.customer === customer),
      ),
  ),
];

function refuseState(status: string, allowed: readonly string[], id: string, verb: string): void {
  if (allowed.includes(status)) return;
  throw invalid(`PaymentIntent ${id} cannot be ${verb} because it has a status of ${status}.`, {
    code: 'payment_intent_unexpected_state',
  });
}
