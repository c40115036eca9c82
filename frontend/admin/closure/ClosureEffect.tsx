import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { ClosurePreview, ClosureView } from '../../../shared/contract/staff/closure-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { ExcludedList } from '../parts/ExcludedList.tsx';
import { useNotify } from '../parts/Notices.tsx';
import page from '../parts/Page.module.css';
import { Section } from '../parts/Section.tsx';
import { ClosureSamples } from './ClosureSamples.tsx';
import type { ClosureDays } from './use-closure-preview.ts';

interface ClosureEffectProps {
  readonly days: ClosureDays;
  readonly preview: ClosurePreview;
  readonly today: string;
  readonly onPlanned: (closure: ClosureView) => void;
}

/** What the closure does, in numbers and examples, and the one action. */
export function ClosureEffect({ days, preview, today, onPlanned }: ClosureEffectProps) {
  const { client } = useDesk();
  const { words, money, day } = useSpeech();
  const w = words.closure;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const { count, moved, visits, samples, excluded } = preview;
  const [from, lastDay] = [day(days.from, today), day(days.lastDay, today)];
  const planning = useSend((body: ClosureDays & { expected: number }, idempotencyKey) =>
    client.planClosure({ body, idempotencyKey }),
  );
  async function plan() {
    const planned = await planning.send({ ...days, expected: count.clients });
    if (!planned) return;
    notify({ text: w.planned });
    onPlanned(planned.closure);
  }
  return (
    <>
      <Section title={w.effect} framed>
        <Text size="lg" fw={600} role="status">
          {count.done === 0 ? w.nobody : w.pauses(count.done, preview.days)}
        </Text>
        {count.done > 0 && (
          <ul className={page.list}>
            {moved.bills > 0 && <li>{w.billsMove(moved.bills, money(moved.total), preview.days)}</li>}
            {moved.bills < count.done && <li>{w.billsAfter}</li>}
            {visits > 0 && <li>{w.visitsRest(visits, preview.days)}</li>}
            <li>{w.mails}</li>
          </ul>
        )}
      </Section>
      {samples.length > 0 && <ClosureSamples samples={samples} today={today} />}
      <ExcludedList excluded={excluded} count={count.excluded} words={w} />
      {count.done > 0 && (
        <div>
          <Button onClick={() => setAsking(true)}>{w.close(from, lastDay)}</Button>
        </div>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={w.confirmTitle}>
        <DialogForm
          onSubmit={() => void plan()}
          onCancel={() => setAsking(false)}
          submit={w.confirm}
          keep={w.keepOpen}
          busy={planning.busy}
          error={planning.error}
        >
          <Text>{w.confirmLead(count.done, from, lastDay)}</Text>
          <Text>{w.mails}</Text>
          <Text>{days.from > today ? w.confirmUndo(from) : w.confirmNow}</Text>
        </DialogForm>
      </Dialog>
    </>
  );
}
