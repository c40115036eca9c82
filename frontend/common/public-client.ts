import { createClient } from '../../shared/contract/client.ts';
import { publicOperations } from '../../shared/contract/public-operations.ts';

/** Where the API lies: the same origin as the page. */
export const baseUrl = '/api';

/** What a page knows about itself. `language` is asked at every request, so that answers come in the reader’s language. */
export interface Surroundings {
  readonly business: string;
  readonly language: () => string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The page’s fetch, with the reader’s language. */
export function inLanguage({ language, fetch }: Surroundings): typeof globalThis.fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('accept-language', language());
    return (fetch ?? globalThis.fetch)(input, { ...init, headers });
  };
}

/** The client of operations that need no session. */
export const createPublicClient = (page: Surroundings) =>
  createClient(publicOperations, { baseUrl, business: page.business, fetch: inLanguage(page) });
export type PublicClient = ReturnType<typeof createPublicClient>;
