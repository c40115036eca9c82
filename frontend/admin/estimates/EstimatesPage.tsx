import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { EstimateListState } from '../../../shared/domain/estimate-list.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { usePlaceCounts } from '../app/place-counts.ts';
import { useTitle } from '../app/use-title.ts';
import { usePages } from '../effects/pages.ts';
import { Empty } from '../parts/Empty.tsx';
import lines from '../parts/Lines.module.css';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import page from '../parts/Page.module.css';
import { EstimateLine } from './EstimateLine.tsx';

type Reply = Awaited<ReturnType<ReturnType<typeof useDesk>['client']['listAllEstimates']>>;

/** What was offered to all clients: whose turn it is, since when, how much (004-047). */
export default function EstimatesPage() {
  const { client, settings } = useDesk();
  const { words, money } = useSpeech();
  const w = words.estimates;
  useTitle(w.title);
  const { setCount } = usePlaceCounts();
  const [show, setShow] = useState<EstimateListState>('open');
  const [sums, setSums] = useState<Pick<Reply, 'counts' | 'total'>>();
  const pages = usePages(
    async (cursor) => {
      const reply = await client.listAllEstimates({ query: { show, ...(cursor === undefined ? {} : { cursor }) } });
      setSums(reply);
      setCount('estimates', reply.counts.accepted);
      return reply;
    },
    [client, show],
  );
  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {w.title}
        </Title>
        {sums !== undefined && sums.total.amount > 0 && (
          <Text fw={600} role="status">
            {w.sum(money(sums.total))}
          </Text>
        )}
      </div>
      <Group gap="xs" mb="md" role="group" aria-label={w.filter}>
        {EstimateListState.options.map((state) => (
          <Button
            key={state}
            size="compact-sm"
            variant={show === state ? 'light' : 'default'}
            aria-pressed={show === state}
            onClick={() => setShow(state)}
          >
            {sums === undefined ? w.show[state] : w.filterCount(w.show[state], sums.counts[state])}
          </Button>
        ))}
      </Group>
      <Loaded from={pages} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.noneTitle[show]} text={w.noneOf[show]} />
          ) : (
            <ul className={lines.lines}>
              {items.map((estimate) => (
                <EstimateLine key={estimate.estimateId} estimate={estimate} show={show} today={settings.today} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More pages={pages} />
    </>
  );
}
