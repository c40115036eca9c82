import { useCallback, useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Loads when shown and whenever `key` changes; an answer to an older key is dropped, so that nobody sees another
 * profile’s data. The second value loads again: what is shown stays until the answer is there, and when none comes.
 */
export function useLoad<T>(load: () => Promise<T>, key: string): readonly [Loaded<T>, () => void] {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; tries: number; loaded: Loaded<T> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when `load` means something else
  useEffect(() => {
    let wanted = true;
    const settle = (loaded: Loaded<T>) => wanted && setAnswer((before) => latest(before, { key, tries, loaded }));
    load().then(
      (value) => settle({ kind: 'ready', value }),
      (error: unknown) => settle({ kind: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [key, tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  const shown = answer?.key === key && (answer.tries === tries || answer.loaded.kind === 'ready');
  return [shown ? answer.loaded : { kind: 'loading' }, again];
}

/** A failure does not take away what the same question has already been answered with. */
function latest<A extends { key: string; loaded: Loaded<unknown> }>(before: A | undefined, now: A): A {
  return now.loaded.kind === 'failed' && before?.key === now.key && before.loaded.kind === 'ready' ? before : now;
}
