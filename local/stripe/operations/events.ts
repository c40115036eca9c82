import * as z from 'zod/mini';
import { find } from '../books.ts';
import { listOf, within } from '../lists.ts';
import { created, list, page, text } from '../parameters.ts';
import { type Route, route } from '../route.ts';

const Listing = z.strictObject({
  ...page,
  created: z.optional(created),
  type: z.optional(text),
  types: z.optional(list(text)),
});

export const eventRoutes: readonly Route[] = [
  route('GET', '/v1/events/:id', z.strictObject({}), (work, _, id) => find(work.books.events, 'event', id)),
  route('GET', '/v1/events', Listing, (work, { created: bounds, type, types, ...asked }) =>
    listOf(
      '/v1/events',
      work.books.events,
      asked,
      (each) =>
        within(each.created, bounds) &&
        (type === undefined || each.type === type) &&
        (types === undefined || types.includes(each.type)),
    ),
  ),
];
