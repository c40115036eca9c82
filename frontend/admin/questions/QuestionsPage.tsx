import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { QuestionState } from '../../../shared/domain/question.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { usePlaceCounts } from '../app/place-counts.ts';
import { useTitle } from '../app/use-title.ts';
import { usePages } from '../effects/pages.ts';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import page from '../parts/Page.module.css';
import { QuestionLines } from './QuestionLines.tsx';

type Counts = Awaited<ReturnType<ReturnType<typeof useDesk>['client']['listQuestions']>>['counts'];

/** Members’ questions, the one that waits longest first. */
export default function QuestionsPage() {
  const { client } = useDesk();
  const w = useWords().questions;
  useTitle(w.title);
  const { setCount } = usePlaceCounts();
  const [show, setShow] = useState<QuestionState>('open');
  const [counts, setCounts] = useState<Counts>();
  const pages = usePages(
    async (cursor) => {
      const reply = await client.listQuestions({ query: { show, ...(cursor === undefined ? {} : { cursor }) } });
      setCounts(reply.counts);
      setCount('questions', reply.counts.open);
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
        {counts !== undefined && counts.overdue > 0 && (
          <Text fw={600} role="status">
            {w.overdue(counts.overdue)}
          </Text>
        )}
      </div>
      <Group gap="xs" mb="md" role="group" aria-label={w.filter}>
        {QuestionState.options.map((state) => (
          <Button
            key={state}
            size="compact-sm"
            variant={show === state ? 'light' : 'default'}
            aria-pressed={show === state}
            onClick={() => setShow(state)}
          >
            {counts === undefined ? w.show[state] : w.filterCount(w.show[state], counts[state])}
          </Button>
        ))}
      </Group>
      <Loaded from={pages} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.noneTitle[show]} text={w.none[show]} />
          ) : (
            <QuestionLines items={items} named />
          )
        }
      </Loaded>
      <More pages={pages} />
    </>
  );
}
