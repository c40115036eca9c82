const key = 'left for payment from';
type Shelf = () => Pick<Storage, 'getItem' | 'setItem'>;
const ofThisTab: Shelf = () => globalThis.sessionStorage;

/** Notes where somebody leaves for the payment provider’s page, so that coming back can lead there. */
export function noteDeparture(pathname: string, storage: Shelf = ofThisTab): void {
  try {
    storage().setItem(key, pathname);
  } catch {
    // A browser that keeps nothing leads back to the membership.
  }
}

/** Where this tab left from; undefined when it did not, or cannot know. */
export function departure(storage: Shelf = ofThisTab): string | undefined {
  try {
    const noted = storage().getItem(key) ?? '';
    return /^\/portal(\/|$)/.test(noted) ? noted : undefined;
  } catch {
    return undefined;
  }
}
