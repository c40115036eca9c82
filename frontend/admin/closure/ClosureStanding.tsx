import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ClosureView } from '../../../shared/contract/staff/closure-operations.ts';
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

const atWork: ReadonlySet<ClosureView['state']> = new Set(['pausing', 'pausing_again', 'undoing']);
const toneOf: Readonly<Record<ClosureView['state'], Tone>> = {
  pausing: 'care',
  planned: 'good',
  pausing_again: 'care',
  set: 'good',
  undoing: 'care',
  undone: 'quiet',
};

interface ClosureStandingProps {
  readonly closure: ClosureView;
  readonly onChanged: (closure: ClosureView) => void;
  readonly onTime: () => void;
}

/** The closure that is planned, runs or was the last: how far it is, what it came to, the way back. */
export function ClosureStanding({ closure, onChanged, onTime }: ClosureStandingProps) {
  const { settings } = useDesk();
  const { words, date, instant } = useSpeech();
  const w = words.closure;
  const { from, lastDay, state, count, expected, isOver, mayUndo, excluded, plannedBy, plannedAt } = closure;
  const isAtWork = atWork.has(state) && !isOver;
  const isUndone = state === 'undone' || state === 'undoing';
  const of = Math.max(expected, count.clients, 1);
  const isPast = isOver && state !== 'undone';
  return (
    <>
      <Section
        title={isOver ? w.last : w.days(date(from), date(lastDay))}
        framed
        aside={<Tag tone={isPast ? 'quiet' : toneOf[state]}>{isPast ? w.over : w.state[state]}</Tag>}
      >
        <div className={page.stack}>
          {isOver && <Text>{w.days(date(from), date(lastDay))}</Text>}
          {isAtWork ? (
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
              {isUndone ? w.resultUndone(count.done) : w.result(count.done)}
            </Text>
          )}
          {state === 'planned' && <Text size="sm">{w.plannedHint}</Text>}
          {plannedBy !== undefined && (
            <Text size="sm" c="dimmed">
              {w.by(plannedBy, instant(plannedAt, settings.business.timeZone))}
            </Text>
          )}
          {mayUndo && <UndoClosure closure={closure} onChanged={onChanged} />}
        </div>
      </Section>
      {!isOver && !isUndone && <ExcludedList excluded={excluded} count={count.excluded} words={w} />}
    </>
  );
}

function UndoClosure({ closure, onChanged }: Pick<ClosureStandingProps, 'closure' | 'onChanged'>) {
  const { client } = useDesk();
  const { words, date } = useSpeech();
  const w = words.closure;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const { from, lastDay } = closure;
  const undoing = useSend((body: { from: string }, idempotencyKey) => client.undoClosure({ body, idempotencyKey }));
  async function undo() {
    const undone = await undoing.send({ from });
    if (!undone) return;
    setAsking(false);
    notify({ text: w.undoing });
    onChanged(undone.closure);
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
          keep={w.keepClosed}
          busy={undoing.busy}
          error={undoing.error}
        >
          <Text>{w.undoLead(date(from), date(lastDay))}</Text>
        </DialogForm>
      </Dialog>
    </Group>
  );
}
