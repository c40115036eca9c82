import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { find, idOf, replace } from '../books.ts';
import { listOf, within } from '../lists.ts';
import { created, integer, metadata, page, text } from '../parameters.ts';
import { refund } from '../refund.ts';
import { invalid } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import { emit, type Work } from '../work.ts';
import { changed } from './metadata.ts';

const Creation = z.strictObject({
  amount: z.optional(integer),
  charge: z.optional(text),
  metadata: z.optional(metadata),
  payment_intent: z.optional(text),
  reason: z.optional(z.enum(['duplicate', 'fraudulent', 'requested_by_customer'])),
});

const Listing = z.strictObject({
  ...page,
  charge: z.optional(text),
  created: z.optional(created),
  payment_intent: z.optional(text),
});

export const refundRoutes: readonly Route[] = [
  route('POST', '/v1/refunds', Creation, (work, { charge, payment_intent, metadata: pairs, ...asked }) =>
    refund(work, chargeToRefund(work, charge, payment_intent), { ...asked, metadata: changed({}, pairs) }),
  ),
  route('GET', '/v1/refunds/:id', z.strictObject({}), (work, _, id) => find(work.books.refunds, 'refund', id)),
  route('POST', '/v1/refunds/:id', z.strictObject({ metadata: z.optional(metadata) }), (work, asked, id) => {
    const before = find(work.books.refunds, 'refund', id);
    const next = replace(work.books.refunds, before, { metadata: changed(before.metadata, asked.metadata) });
    emit(work, 'refund.updated', next, { metadata: before.metadata });
    return next;
  }),
  route('GET', '/v1/refunds', Listing, (work, { charge, created: bounds, payment_intent, ...asked }) =>
    listOf(
      '/v1/refunds',
      work.books.refunds,
      asked,
      (each) =>
        within(each.created, bounds) &&
        (charge === undefined || each.charge === charge) &&
        (payment_intent === undefined || each.payment_intent === payment_intent),
    ),
  ),
];

function chargeToRefund(work: Work, charge: string | undefined, intent: string | undefined): Stripe.Charge {
  if (charge !== undefined && intent !== undefined) {
    throw invalid('Only one of charge and payment_intent may be given.', { code: 'parameters_exclusive' });
  }
  if (charge !== undefined) return find(work.books.charges, 'charge', charge, 'charge');
  if (intent === undefined) {
    throw invalid('One of charge or payment_intent must be given.', { code: 'parameter_missing', param: 'charge' });
  }
  const payment = find(work.books.paymentIntents, 'payment_intent', intent, 'payment_intent');
  const latest = idOf(payment.latest_charge);
  if (payment.status !== 'succeeded' || latest === null) {
    throw invalid(`This PaymentIntent (${intent}) does not have a successful charge to refund.`);
  }
  return find(work.books.charges, 'charge', latest);
}
