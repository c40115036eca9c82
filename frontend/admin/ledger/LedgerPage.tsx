import { Alert, Text, Title } from '@mantine/core';
import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import type { LedgerDayView } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { usePages } from '../effects/pages.ts';
import { Loaded } from '../parts/Loaded.tsx';
import page from '../parts/Page.module.css';
import { Copy } from './Copy.tsx';
import { Findings } from './Findings.tsx';
import { Seals } from './Seals.tsx';

/** Whether all balances are what their histories say, and the owner’s copy to prove it. */
export default function LedgerPage() {
  const { client } = useDesk();
  const w = useSpeech().words.ledger;
  useTitle(w.title);
  const pages = usePages(
    (cursor) => client.listLedgerDays({ query: { limit: 7, ...(cursor === undefined ? {} : { cursor }) } }),
    [client],
  );
  return (
    <>
      <div className={page.head}>
        <Title order={1} size="h3">
          {w.title}
        </Title>
      </div>
      <div className={page.sections}>
        <Text size="sm">{w.text}</Text>
        <Loaded from={pages} lines={6}>
          {({ items }) => (
            <>
              <State last={items[0]} />
              <Findings findings={items[0]?.findings ?? []} />
              <Copy clients={items[0]?.accounts} />
              {items.length > 0 && <Seals pages={pages} days={items} />}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

/** What the last night came to. */
function State({ last }: { last: LedgerDayView | undefined }) {
  const { words, date } = useSpeech();
  const w = words.ledger;
  if (last === undefined) {
    return <Alert color="gray" icon={<Clock size={18} aria-hidden />} title={w.never} role="note" />;
  }
  const isGood = last.found === 0;
  return (
    <Alert
      color={isGood ? 'green' : 'red'}
      icon={isGood ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
      title={isGood ? w.good : w.bad(last.found)}
      role="note"
    >
      {w.checked(date(last.day), last.accounts)}
      {!isGood && ` ${w.badText}`}
    </Alert>
  );
}
