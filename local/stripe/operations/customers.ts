import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { attach, methodNamed } from '../attach.ts';
import { find, replace } from '../books.ts';
import { listOf, within } from '../lists.ts';
import { newCustomer } from '../objects/customer.ts';
import { created, list, metadata, page, text } from '../parameters.ts';
import { type Route, route } from '../route.ts';
import { emit, secondsNow, type Work } from '../work.ts';
import { changed } from './metadata.ts';

const clearable = z.optional(z.string().check(z.maxLength(512)));

const editable = {
  description: clearable,
  email: clearable,
  metadata: z.optional(metadata),
  name: clearable,
  phone: clearable,
  preferred_locales: z.optional(list(text)),
  invoice_settings: z.optional(z.strictObject({ default_payment_method: z.optional(text) })),
};

const Creation = z.strictObject({ ...editable, payment_method: z.optional(text) });
const Changes = z.strictObject(editable);

export const customerRoutes: readonly Route[] = [
  route('POST', '/v1/customers', Creation, (work, { payment_method, ...asked }) => {
    const customer = replace(work.books.customers, newCustomer(secondsNow(work.world), {}));
    const filled = replace(work.books.customers, customer, edit(work, customer, asked));
    emit(work, 'customer.created', filled);
    if (payment_method !== undefined) attach(work, methodNamed(work, payment_method), filled.id);
    return filled;
  }),
  route('GET', '/v1/customers/:id', z.strictObject({}), (work, _, id) => find(work.books.customers, 'customer', id)),
  route('POST', '/v1/customers/:id', Changes, (work, asked, id) => {
    const customer = find(work.books.customers, 'customer', id);
    return replace(work.books.customers, customer, edit(work, customer, asked));
  }),
  route(
    'GET',
    '/v1/customers',
    z.strictObject({ ...page, created: z.optional(created), email: z.optional(text) }),
    (work, { created: bounds, email, ...asked }) =>
      listOf(
        '/v1/customers',
        work.books.customers,
        asked,
        (each) => within(each.created, bounds) && (email === undefined || each.email === email),
      ),
  ),
];

function edit(work: Work, customer: Stripe.Customer, asked: z.output<typeof Changes>): Partial<Stripe.Customer> {
  const { metadata: pairs, preferred_locales, invoice_settings, ...texts } = asked;
  const method = invoice_settings?.default_payment_method;
  if (method !== undefined) find(work.books.paymentMethods, 'PaymentMethod', method);
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value === '' ? null : value])),
    ...(pairs === undefined ? {} : { metadata: changed(customer.metadata, pairs) }),
    ...(preferred_locales === undefined ? {} : { preferred_locales }),
    ...(method === undefined
      ? {}
      : { invoice_settings: { ...customer.invoice_settings, default_payment_method: method } }),
  };
}
