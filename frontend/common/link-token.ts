import { LinkToken } from '../../shared/domain/link.ts';

type Place = Pick<Location, 'hash' | 'pathname' | 'search'>;
type Shelf = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = ({ pathname }: Pick<Location, 'pathname'>) => `link ${pathname.replace(/\/$/, '')}`;
const ofThisTab: Shelf = () => globalThis.sessionStorage;

/**
 * Takes the token of a link from a mail out of the address (`/portal/invitation#<token>`) and removes it from the
 * address bar and the history, so that it is not bookmarked, shared or read over a shoulder. A fragment never reaches
 * a server or its logs. For a reload the token stays in this tab, under the page's path, until `forgetLinkToken`. Call
 * it once, when the page loads; undefined when there is no token.
 */
export function takeLinkToken(
  location: Place = globalThis.location,
  history: Pick<History, 'replaceState' | 'state'> = globalThis.history,
  storage: Shelf = ofThisTab,
): string | undefined {
  const token = LinkToken.safeParse(location.hash.slice(1));
  if (!token.success) return kept(location, storage);
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  try {
    storage().setItem(keyOf(location), token.data);
  } catch {
    // A browser that keeps nothing opens the link all the same; only a reload needs the mail again.
  }
  return token.data;
}

/** Forgets the token of this page's link: it was used, or is none. */
export function forgetLinkToken(
  location: Pick<Location, 'pathname'> = globalThis.location,
  storage: Shelf = ofThisTab,
): void {
  try {
    storage().removeItem(keyOf(location));
  } catch {
    // Then none was kept.
  }
}

function kept(location: Place, storage: Shelf): string | undefined {
  try {
    return LinkToken.safeParse(storage().getItem(keyOf(location))).data;
  } catch {
    return undefined;
  }
}
