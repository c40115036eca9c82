import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { More } from '../parts/More.tsx';
import page from '../parts/Page.module.css';
import { FailedRefunds } from '../refunds/FailedRefunds.tsx';
import { PastDueTable } from './PastDueTable.tsx';
import { countsOf, linesFor, type TaskFilter, taskFilters } from './past-due-list.ts';
import { usePastDue } from './use-past-due.ts';

/** Every open payment with its reason, its age and what to do about it, the oldest first. */
export default function PastDuePage() {
  const { settings } = useDesk();
  const { words, money } = useSpeech();
  const w = words.pastDue;
  useTitle(w.title);
  const { pages, sum } = usePastDue();
  const [filter, setFilter] = useState<TaskFilter>('all');
  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {w.title}
        </Title>
        {sum !== undefined && sum.count > 0 && (
          <Text fw={600} role="status">
            {w.sum(money(sum.total), sum.count)}
          </Text>
        )}
      </div>
      <FailedRefunds />
      <Loaded from={pages} lines={8}>
        {({ items }) => {
          if (items.length === 0) return <Empty title={w.gladTitle} text={w.glad} />;
          const counts = countsOf(items);
          const lines = linesFor(items, filter);
          return (
            <>
              <Group gap="xs" mb="md" role="group" aria-label={w.filter}>
                {taskFilters.map((value) => (
                  <Button
                    key={value}
                    size="compact-sm"
                    variant={filter === value ? 'light' : 'default'}
                    aria-pressed={filter === value}
                    onClick={() => setFilter(value)}
                  >
                    {/* While a part of the list is not here, its numbers would be wrong. */}
                    {pages.showMore ? w.filters[value] : w.filterCount(w.filters[value], counts[value])}
                  </Button>
                ))}
              </Group>
              {lines.length === 0 ? (
                <Text size="sm" c="dimmed" role="status">
                  {w.noneOfTask}
                </Text>
              ) : (
                <PastDueTable lines={lines} timeZone={settings.business.timeZone} today={settings.today} />
              )}
            </>
          );
        }}
      </Loaded>
      <More pages={pages} />
    </>
  );
}
