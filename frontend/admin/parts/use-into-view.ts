import { type RefObject, useEffect, useRef } from 'react';

/** Scrolls what carries the ref into sight when it appears: an answer below the fold looks like none. */
export function useIntoView<E extends HTMLElement>(when: unknown): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (when !== undefined) ref.current?.scrollIntoView({ block: 'center' });
  }, [when]);
  return ref;
}
