import { createClient, ProblemError } from '../../shared/contract/client.ts';
import { publicOperations } from '../../shared/contract/public-operations.ts';
import { forgetLinkToken } from './link-token.ts';

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

/** The client of operations that need no session. A link that was used or is none is forgotten by the tab. */
export function createPublicClient(page: Surroundings) {
  const client = createClient(publicOperations, { baseUrl, business: page.business, fetch: inLanguage(page) });
  return {
    ...client,
    inspectLink: (call: Parameters<typeof client.inspectLink>[0]) => client.inspectLink(call).catch(forgetIfNone),
    acceptInvitation: (call: Parameters<typeof client.acceptInvitation>[0]) =>
      client.acceptInvitation(call).then(forgetUsed, forgetIfNone),
    resetPassword: (call: Parameters<typeof client.resetPassword>[0]) =>
      client.resetPassword(call).then(forgetUsed, forgetIfNone),
  };
}
export type PublicClient = ReturnType<typeof createPublicClient>;

function forgetUsed<T>(reply: T): T {
  forgetLinkToken();
  return reply;
}

function forgetIfNone(error: unknown): never {
  if (error instanceof ProblemError && error.problem.code === 'link_not_valid') forgetLinkToken();
  throw error;
}
