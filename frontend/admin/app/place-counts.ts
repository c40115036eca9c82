import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Permission } from '../../../shared/domain/permission.ts';
import { type Desk, useDesk } from './desk.ts';

/** Places of the navigation that say how much waits there. */
export type CountedPlace = 'pastDue' | 'estimates' | 'questions';

/** How much waits, by place: absent until known, and for roles that do not see it. */
export interface PlaceCounts {
  readonly counts: Readonly<Partial<Record<CountedPlace, number>>>;
  readonly setCount: (place: CountedPlace, count: number) => void;
  /** Something was done there: asks again. */
  readonly recount: (place: CountedPlace) => void;
}

export const PlaceCountsContext = createContext<PlaceCounts>({
  counts: {},
  setCount: () => undefined,
  recount: () => undefined,
});

export const usePlaceCounts = () => useContext(PlaceCountsContext);

/** A number in the navigation need not be newer than this. Milliseconds. */
const freshFor = 60_000;

interface Question {
  readonly place: CountedPlace;
  readonly permission: Permission;
  readonly ask: (client: Desk['client']) => Promise<number>;
}

const questions: readonly Question[] = [
  {
    place: 'pastDue',
    permission: 'billing.read',
    ask: async (client) => (await client.listPastDue({ query: { limit: 1 } })).count,
  },
  {
    place: 'estimates',
    permission: 'billing.read',
    ask: async (client) => (await client.listAllEstimates({ query: { limit: 1 } })).counts.accepted,
  },
  {
    place: 'questions',
    permission: 'questions.answer',
    ask: async (client) => (await client.listQuestions({ query: { limit: 1 } })).counts.open,
  },
];

/** Asks for the counts when the desk opens, and again with the first page that is opened after a minute. */
export function useCountedPlaces(path: string): PlaceCounts {
  const { client, may } = useDesk();
  const [counts, setCounts] = useState<PlaceCounts['counts']>({});
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const setCount = useCallback(
    (place: CountedPlace, count: number) => setCounts((now) => ({ ...now, [place]: count })),
    [],
  );

  const recount = useCallback(
    (asked: CountedPlace) => {
      for (const { place, permission, ask } of questions) {
        // Only a number beside a name: the page itself says when it cannot be asked.
        if (place === asked && may(permission))
          ask(client).then(
            (count) => setCount(place, count),
            () => undefined,
          );
      }
    },
    [client, may, setCount],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion to ask
  useEffect(() => {
    if (performance.now() - askedAt.current < freshFor) return;
    askedAt.current = performance.now();
    for (const { place } of questions) recount(place);
  }, [client, path]);
  return useMemo(() => ({ counts, setCount, recount }), [counts, setCount, recount]);
}
