import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react';

/** Something that is being asked for. A reload keeps the value on screen until the new one is there. */
export type Load<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly value: T };

export interface Loading<T> {
  readonly load: Load<T>;
  readonly reload: () => void;
  readonly replace: (change: (value: T) => T) => void;
}

/** Asks when shown and whenever `dependencies` change; an answer to an older question is dropped. */
export function useLoad<T>(ask: () => Promise<T>, dependencies: DependencyList): Loading<T> {
  const [load, setLoad] = useState<Load<T>>({ state: 'loading' });
  const newest = useRef(0);
  const question = useRef(ask);
  question.current = ask;

  const reload = useCallback(() => {
    newest.current += 1;
    const mine = newest.current;
    question.current().then(
      (value) => mine === newest.current && setLoad({ state: 'ready', value }),
      (error: unknown) => mine === newest.current && setLoad({ state: 'failed', error }),
    );
  }, []);

  useEffect(() => {
    setLoad({ state: 'loading' });
    reload();
    return () => {
      newest.current += 1;
    };
  }, [reload, ...dependencies]);

  const replace = useCallback(
    (change: (value: T) => T) =>
      setLoad((now) => (now.state === 'ready' ? { state: 'ready', value: change(now.value) } : now)),
    [],
  );
  return { load, reload, replace };
}
