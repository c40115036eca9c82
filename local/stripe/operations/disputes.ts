import * as z from 'zod/mini';
import { find } from '../books.ts';
import { listOf, within } from '../lists.ts';
import { created, page, text } from '../parameters.ts';
import { type Route, route } from '../route.ts';

const Listing = z.strictObject({
  ...page,
  charge: z.optional(text),
  created: z.optional(created),
  payment_intent: z.optional(text),
});

export const disputeRoutes: readonly Route[] = [
  route('GET', '/v1/disputes/:id', z.strictObject({}), (work, _, id) => find(work.books.disputes, 'dispute', id)),
  route('GET', '/v1/disputes', Listing, (work, { charge, created: bounds, payment_intent, ...asked }) =>
    listOf(
      '/v1/disputes',
      work.books.disputes,
      asked,
      (each) =>
        within(each.created, bounds) &&
        (charge === undefined || each.charge === charge) &&
        (payment_intent === undefined || each.payment_intent === payment_intent),
    ),
  ),
];
