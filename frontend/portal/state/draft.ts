type Shelf = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const ofThisTab: Shelf = () => globalThis.sessionStorage;

/**
 * What somebody typed before leaving for the payment provider’s page, in this tab only: whoever comes back without
 * having paid does not type it again. A browser that keeps nothing forgets it.
 */
export function draft(key: string, storage: Shelf = ofThisTab) {
  return {
    keep(answers: Readonly<Record<string, string>>): void {
      try {
        storage().setItem(key, JSON.stringify(answers));
      } catch {
        // Then it is typed again.
      }
    },
    read(): Readonly<Record<string, string>> {
      try {
        const kept: unknown = JSON.parse(storage().getItem(key) ?? '{}');
        return Object.fromEntries(Object.entries(kept ?? {}).filter(([, value]) => typeof value === 'string'));
      } catch {
        return {};
      }
    },
    forget(): void {
      try {
        storage().removeItem(key);
      } catch {
        // Then none was kept.
      }
    },
  };
}

/** Who somebody is, entered to join a plan. */
export const joiningDraft = draft('joining');
