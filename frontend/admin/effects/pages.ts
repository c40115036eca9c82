import { type DependencyList, useState } from 'react';
import { type Loading, useLoad } from './load.ts';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

export interface Pages<T> extends Loading<PageOf<T>> {
  /** Absent on the last page. */
  readonly showMore: (() => void) | undefined;
  readonly loadingMore: boolean;
  readonly moreError: unknown;
}

/** A list that comes in pages, newest first. */
export function usePages<T>(
  ask: (cursor: string | undefined) => Promise<PageOf<T>>,
  dependencies: DependencyList,
): Pages<T> {
  const first = useLoad(() => ask(undefined), dependencies);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<unknown>();
  const cursor = first.load.state === 'ready' ? first.load.value.cursor : undefined;

  async function showMore() {
    setLoadingMore(true);
    setMoreError(undefined);
    try {
      const next = await ask(cursor);
      first.replace((now) => ({ items: [...now.items, ...next.items], cursor: next.cursor }));
    } catch (error) {
      setMoreError(error);
    } finally {
      setLoadingMore(false);
    }
  }
  return { ...first, showMore: cursor === undefined ? undefined : () => void showMore(), loadingMore, moreError };
}
