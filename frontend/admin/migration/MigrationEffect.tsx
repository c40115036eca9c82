import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { MigrationPreview, MigrationView } from '../../../shared/contract/staff/migration-operations.ts';
import { perMonth } from '../../../shared/domain/plan-comparison.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { ExcludedList } from '../parts/ExcludedList.tsx';
import { useNotify } from '../parts/Notices.tsx';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import type { PlanHistory } from '../plans/latest.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { Differences } from './Differences.tsx';
import { MovingList } from './MovingList.tsx';
import { billsBetween, seenOf } from './migration-sum.ts';
import type { AskedMove } from './use-migration-preview.ts';

interface MigrationEffectProps {
  readonly plan: PlanHistory;
  readonly asked: AskedMove;
  readonly preview: MigrationPreview;
  readonly today: string;
  readonly onStarted: (migration: MigrationView) => void;
  readonly onLookAgain: () => void;
}

/** What moving does, in sums and by name, and the one action. */
export function MigrationEffect({ plan, asked, preview, today, onStarted, onLookAgain }: MigrationEffectProps) {
  const { client } = useDesk();
  const { words, money, day } = useSpeech();
  const w = words.migration;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const { newest, earlier } = plan;
  const { planId, version } = newest;
  const { count, moving, excluded } = preview;
  const bills = billsBetween(moving);
  const starting = useSend((body: AskedMove, idempotencyKey) =>
    client.moveMembers({ path: { planId }, body: { version, ...body, seen: seenOf(preview) }, idempotencyKey }),
  );
  async function start() {
    const started = await starting.send(asked);
    if (!started) return;
    notify({ text: w.started });
    onStarted(started.migration);
  }
  const sums = moving.reduce(({ before, after }, one) => ({ before: before + one.before, after: after + one.after }), {
    before: 0,
    after: 0,
  });
  const more = perMonth(sums.after - sums.before, newest.interval);
  const difference = w.difference(more, money({ ...newest.price, amount: Math.abs(more) }));
  const between = bills && [day(bills.first, today), day(bills.last, today)];
  return (
    <>
      <Section title={w.effect} framed>
        <div className={page.stack}>
          <Text size="lg" fw={600} role="status">
            {moving.length === 0 ? w.nobody : w.moves(moving.length, newest.name, version)}
          </Text>
          {moving.length > 0 && <BeforeAfter to={newest} sums={sums} />}
          {moving.length > 0 && (
            <ul className={page.list}>
              {more !== 0 && <li>{difference}</li>}
              {between && <li>{w.firstBills(between[0] as string, between[1] as string)}</li>}
              <li>{w.nothingNow}</li>
              <li>{w.mails}</li>
            </ul>
          )}
          {count.done > moving.length && <Text size="sm">{w.waitAlready(count.done - moving.length)}</Text>}
          {count.onVersion > 0 && <Text size="sm">{w.onVersion(count.onVersion)}</Text>}
        </div>
      </Section>
      {moving.length > 0 && (
        <Section title={w.different}>
          <Differences to={newest} earlier={earlier} />
        </Section>
      )}
      {moving.length > 0 && (
        <MovingList moving={moving} currency={newest.price.currency} today={today} onKept={onLookAgain} />
      )}
      <ExcludedList excluded={excluded} count={count.excluded} words={w} />
      {moving.length > 0 && (
        <div>
          <Button onClick={() => setAsking(true)}>{w.move(moving.length)}</Button>
        </div>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={w.confirmTitle(moving.length)}>
        <DialogForm
          onSubmit={() => void start()}
          onCancel={() => setAsking(false)}
          submit={w.confirm}
          keep={w.confirmNot}
          busy={starting.busy}
          error={starting.error}
        >
          {more !== 0 && <Text>{difference}</Text>}
          {between && <Text>{w.firstBills(between[0] as string, between[1] as string)}</Text>}
          <Text>{w.mails}</Text>
          <Text>{w.confirmUndo}</Text>
        </DialogForm>
      </Dialog>
    </>
  );
}
