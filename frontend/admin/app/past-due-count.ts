import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from './desk.ts';

/** How many payments are open, for the navigation: undefined until known, and for roles that do not see payments. */
export interface PastDueCount {
  readonly count: number | undefined;
  readonly setCount: (count: number) => void;
}

export const PastDueCountContext = createContext<PastDueCount>({ count: undefined, setCount: () => undefined });

export const usePastDueCount = () => useContext(PastDueCountContext);

/** A number in the navigation need not be newer than this. Milliseconds. */
const freshFor = 60_000;

/** Asks for the count when the desk opens, and again with the first page that is opened after a minute. */
export function useCountedPastDue(path: string): PastDueCount {
  const { client, may } = useDesk();
  const [count, setCount] = useState<number>();
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const sees = may('billing.read');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion to ask
  useEffect(() => {
    if (!sees || performance.now() - askedAt.current < freshFor) return;
    askedAt.current = performance.now();
    client.listPastDue({ query: { limit: 1 } }).then(
      (reply) => setCount(reply.count),
      // Only a number beside a name: the page itself says when it cannot be asked.
      () => undefined,
    );
  }, [client, sees, path]);
  return useMemo(() => ({ count, setCount }), [count]);
}
