import { useCallback, useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Loads when shown and whenever `key` changes; an answer to an older key is dropped, so that nobody sees another
 * profile’s data. The second value loads again.
 */
export function useLoad<T>(load: () => Promise<T>, key: string): readonly [Loaded<T>, () => void] {
  const [tries, setTries] = useState(0);
  const asked = `${key} ${tries}`;
  const [answer, setAnswer] = useState<{ to: string; loaded: Loaded<T> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when `load` means something else
  useEffect(() => {
    let wanted = true;
    const settle = (loaded: Loaded<T>) => wanted && setAnswer({ to: asked, loaded });
    load().then(
      (value) => settle({ kind: 'ready', value }),
      (error: unknown) => settle({ kind: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [asked]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  return [answer?.to === asked ? answer.loaded : { kind: 'loading' }, again];
}
