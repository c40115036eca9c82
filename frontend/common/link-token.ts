import { LinkToken } from '../../shared/contract/public-operations.ts';

/**
 * Takes the token of a link from a mail out of the address (`/portal/invitation#<token>`) and removes it from the
 * address bar and the history, so that it is not bookmarked, shared or read over a shoulder. A fragment never reaches
 * a server or its logs. Call it once, when the page loads; undefined when there is no token.
 */
export function takeLinkToken(
  location: Pick<Location, 'hash' | 'pathname' | 'search'> = globalThis.location,
  history: Pick<History, 'replaceState' | 'state'> = globalThis.history,
): string | undefined {
  const token = LinkToken.safeParse(location.hash.slice(1));
  if (!token.success) return undefined;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return token.data;
}
