import * as z from 'zod/mini';
import { find } from '../books.ts';
import { listOf, within } from '../lists.ts';
import { created, page, text } from '../parameters.ts';
import { type Route, route } from '../route.ts';

const Listing = z.strictObject({
  ...page,
  created: z.optional(created),
  customer: z.optional(text),
  payment_intent: z.optional(text),
});

export const chargeRoutes: readonly Route[] = [
  route('GET', '/v1/charges/:id', z.strictObject({}), (work, _, id) => find(work.books.charges, 'charge', id)),
  route('GET', '/v1/charges', Listing, (work, { created: bounds, customer, payment_intent, ...asked }) =>
    listOf(
      '/v1/charges',
      work.books.charges,
      asked,
      (each) =>
        within(each.created, bounds) &&
        (customer === undefined || each.customer === customer) &&
        (payment_intent === undefined || each.payment_intent === payment_intent),
    ),
  ),
];
