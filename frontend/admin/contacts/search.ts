import { createContext, type RefObject, useContext } from 'react';

/** What is in the search field: it stays while one client after another is opened. */
export interface Search {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Enter was pressed: the first result opens as soon as the results are those of the words in the field. */
  readonly entered: boolean;
  readonly setEntered: (entered: boolean) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export const SearchContext = createContext<Search | undefined>(undefined);

export function useSearch(): Search {
  const search = useContext(SearchContext);
  if (!search) throw new Error('useSearch outside the shell');
  return search;
}

/** Marks the links that the arrow keys walk through. */
export const resultMark = 'data-result';

const results = () => [...document.querySelectorAll<HTMLElement>(`[${resultMark}]`)];

/** Moves the focus from the field (or a result) to a neighbour; above the first result is the field. */
export function step(by: 1 | -1, field: HTMLInputElement | null): void {
  const all = results();
  const from = all.indexOf(document.activeElement as HTMLElement);
  const target = from + by;
  if (target < 0) field?.focus();
  else all[Math.min(target, all.length - 1)]?.focus();
}

/** Opens the first result. */
export const openFirst = (): void => results()[0]?.click();
