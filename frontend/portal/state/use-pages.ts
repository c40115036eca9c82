import { useEffect, useState } from 'preact/hooks';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
}

/**
 * A list that is read page by page, the first at once. `next` is undefined after the last page. `landing` is the index
 * of the first new item when the last page came: the button that asked for it is gone then.
 */
export function usePages<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<PageOf<Item>>,
  sizes: { readonly first: number; readonly next: number },
) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [next, setNext] = useState<{ cursor?: string } | undefined>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(true);
  const [landing, setLanding] = useState<number>();

  async function load(from: { cursor?: string }): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const isFirst = from.cursor === undefined;
      const page = await read({ limit: isFirst ? sizes.first : sizes.next, ...from });
      if (!isFirst && page.cursor === undefined) setLanding(items.length);
      setItems((known) => [...known, ...page.items]);
      setNext(page.cursor === undefined ? undefined : { cursor: page.cursor });
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another list is another component (its key)
  useEffect(() => {
    load({});
  }, []);

  return { items, next, error, busy, landing, more: () => next !== undefined && !busy && load(next) };
}
