import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { MigrationView } from '../../../shared/contract/staff/migration-operations.ts';
import { isMigrating } from '../../../shared/domain/migration.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { AtWork } from '../parts/AtWork.tsx';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { ExcludedList } from '../parts/ExcludedList.tsx';
import { useNotify } from '../parts/Notices.tsx';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { Tag, type Tone } from '../parts/Tag.tsx';

const toneOf: Readonly<Record<MigrationView['state'], Tone>> = {
  checking: 'care',
  outdated: 'care',
  moving: 'care',
  moved: 'good',
  undoing: 'care',
  undone: 'quiet',
};

interface MigrationStandingProps {
  readonly planId: string;
  readonly migration: MigrationView;
  readonly today: string;
  readonly onChanged: (migration: MigrationView) => void;
  readonly onTime: () => void;
}

/** The move that is at work, waits or was the last: how far it is, what it came to, the way back. */
export function MigrationStanding({ planId, migration, today, onChanged, onTime }: MigrationStandingProps) {
  const { settings } = useDesk();
  const { words, day, instant } = useSpeech();
  const w = words.migration;
  const { version, state, count, seen, mayUndo, excluded, startedBy, startedAt, firstBill, lastBill } = migration;
  const of = Math.max(seen.clients, count.clients, 1);
  const waits = state === 'moved' && mayUndo;
  const result = {
    outdated: w.outdated,
    undone: w.undone(count.done),
    moved: waits ? w.waiting(count.done) : w.over(version),
  };
  return (
    <>
      <Section
        title={w.toVersion(version)}
        framed
        aside={
          <Tag tone={state === 'moved' && !waits ? 'quiet' : toneOf[state]}>{waits ? w.announced : w.state[state]}</Tag>
        }
      >
        <div className={page.stack}>
          {isMigrating({ state }) ? (
            <AtWork
              label={w.state[state]}
              done={count.clients}
              of={of}
              text={w.progress(count.clients, of)}
              hint={w.progressHint}
              onTime={onTime}
            />
          ) : (
            <Text size="lg" fw={600} role="status">
              {result[state as keyof typeof result]}
            </Text>
          )}
          {waits && firstBill !== undefined && lastBill !== undefined && (
            <Text size="sm">{w.firstBills(day(firstBill, today), day(lastBill, today))}</Text>
          )}
          {waits && <Text size="sm">{w.waitingHint}</Text>}
          {startedBy !== undefined && (
            <Text size="sm" c="dimmed">
              {w.by(startedBy, instant(startedAt, settings.business.timeZone))}
            </Text>
          )}
          {mayUndo && <UndoMigration planId={planId} migration={migration} onChanged={onChanged} />}
        </div>
      </Section>
      {waits && <ExcludedList excluded={excluded} count={count.excluded} words={w} />}
    </>
  );
}

function UndoMigration({
  planId,
  migration: { version },
  onChanged,
}: Pick<MigrationStandingProps, 'planId' | 'migration' | 'onChanged'>) {
  const { client } = useDesk();
  const w = useSpeech().words.migration;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const undoing = useSend((body: { version: number }, idempotencyKey) =>
    client.undoMigration({ path: { planId }, body, idempotencyKey }),
  );
  async function undo() {
    const undone = await undoing.send({ version });
    if (!undone) return;
    setAsking(false);
    notify({ text: w.undoing });
    onChanged(undone.migration);
  }
  return (
    <Group>
      <Button variant="default" onClick={() => setAsking(true)}>
        {w.undo}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={w.undoTitle}>
        <DialogForm
          onSubmit={() => void undo()}
          onCancel={() => setAsking(false)}
          submit={w.undo}
          keep={w.undoNot}
          busy={undoing.busy}
          error={undoing.error}
        >
          <Text>{w.undoLead}</Text>
        </DialogForm>
      </Dialog>
    </Group>
  );
}
