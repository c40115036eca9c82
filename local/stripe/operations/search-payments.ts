import * as z from 'zod/mini';
import { integer, text } from '../parameters.ts';
import { invalid } from '../refusal.ts';
import { type Route, route } from '../route.ts';
import { parseQuery } from '../search.ts';

const url = '/v1/payment_intents/search';

/** Search finds what is older than `lag()` milliseconds of the clock: Stripe's index follows its books late. */
export function searchRoutes(lag: () => number): readonly Route[] {
  const Query = z.strictObject({ query: text, limit: z.optional(integer), page: z.optional(text) });
  return [
    route('GET', url, Query, (work, { query, limit = 10, page }) => {
      if (limit < 1 || limit > 100) throw invalid('Invalid limit', { param: 'limit' });
      const matches = parseQuery(query);
      const from = page === undefined ? 0 : Number(page);
      if (!Number.isInteger(from)) throw invalid('Invalid page', { param: 'page' });
      const indexed = (work.world.clock.now() - lag()) / 1000;
      const found = [...work.books.paymentIntents.values()]
        .reverse()
        .filter((intent) => intent.created <= indexed && matches(intent));
      const next = from + limit;
      const more = found.length > next;
      return {
        object: 'search_result',
        url,
        has_more: more,
        next_page: more ? String(next) : null,
        data: found.slice(from, next),
      };
    }),
  ];
}
