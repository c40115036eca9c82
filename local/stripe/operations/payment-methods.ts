import * as z from 'zod/mini';
import { attach, methodNamed, noteCard } from '../attach.ts';
import { find, replace } from '../books.ts';
import { listOf } from '../lists.ts';
import { page, text } from '../parameters.ts';
import { invalid } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import type { Work } from '../work.ts';

const type = z.optional(z.literal('card'));

export const paymentMethodRoutes: readonly Route[] = [
  route('GET', '/v1/payment_methods/:id', z.strictObject({}), (work, _, id) =>
    find(work.books.paymentMethods, 'PaymentMethod', id),
  ),
  route('POST', '/v1/payment_methods/:id/attach', z.strictObject({ customer: text }), (work, { customer }, id) =>
    attach(work, methodNamed(work, id), customer),
  ),
  route('POST', '/v1/payment_methods/:id/detach', z.strictObject({}), (work, _, id) => {
    const method = find(work.books.paymentMethods, 'PaymentMethod', id);
    if (method.customer === null) {
      throw invalid('The payment method you provided is not attached to a customer.', { param: 'payment_method' });
    }
    noteCard(work, method, { spent: true });
    return replace(work.books.paymentMethods, method, { customer: null });
  }),
  route(
    'GET',
    '/v1/payment_methods',
    z.strictObject({ ...page, customer: text, type }),
    (work, { customer, type: _, ...asked }) => ofCustomer('/v1/payment_methods', work, customer, asked),
  ),
  route('GET', '/v1/customers/:id/payment_methods', z.strictObject({ ...page, type }), (work, asked, id) =>
    ofCustomer(`/v1/customers/${id}/payment_methods`, work, id, asked),
  ),
];

function ofCustomer(url: string, work: Work, customer: string, asked: Parameters<typeof listOf>[2]) {
  find(work.books.customers, 'customer', customer, 'customer');
  return listOf(url, work.books.paymentMethods, asked, (method) => method.customer === customer);
}
