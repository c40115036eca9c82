import { useState } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { useDesk } from '../app/desk.ts';
import { usePlaceCounts } from '../app/place-counts.ts';
import { usePages } from '../effects/pages.ts';

const pageSize = 100;

/** The open payments of the business, with their sum over all pages. */
export function usePastDue() {
  const { client } = useDesk();
  const { setCount } = usePlaceCounts();
  const [sum, setSum] = useState<{ readonly total: Money; readonly count: number }>();
  const pages = usePages(
    async (cursor) => {
      const reply = await client.listPastDue({
        query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
      });
      setSum({ total: reply.total, count: reply.count });
      setCount('pastDue', reply.count);
      return reply;
    },
    [client],
  );
  return { pages, sum };
}
