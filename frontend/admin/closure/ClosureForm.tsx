import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ClosureView } from '../../../shared/contract/staff/closure-operations.ts';
import { useWords } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import { focusFirstProblem } from '../parts/first-problem.ts';
import page from '../parts/Page.module.css';
import { ClosureEffect } from './ClosureEffect.tsx';
import { useClosurePreview } from './use-closure-preview.ts';

interface ClosureFormProps {
  readonly today: string;
  readonly onPlanned: (closure: ClosureView) => void;
}

/** The days, then what they do. Other days have to be looked at again before anything can be planned. */
export function ClosureForm({ today, onPlanned }: ClosureFormProps) {
  const w = useWords().closure;
  const [days, setDays] = useState({ from: '', lastDay: '' });
  const [problems, setProblems] = useState<{ from?: string; lastDay?: string }>({});
  const { run, look } = useClosurePreview();
  const isShown = run !== undefined && run.asked.from === days.from && run.asked.lastDay === days.lastDay;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { from, lastDay } = days;
    const found = {
      ...(from === '' ? { from: w.dayMissing } : {}),
      ...(lastDay === '' ? { lastDay: w.dayMissing } : lastDay < from ? { lastDay: w.lastDayBefore } : {}),
    };
    setProblems(found);
    focusFirstProblem(event.currentTarget);
    if (Object.keys(found).length === 0) look(days);
  }
  const day = (name: 'from' | 'lastDay') => ({
    type: 'date',
    label: w[name],
    value: days[name],
    error: problems[name],
    min: name === 'lastDay' && days.from !== '' ? days.from : today,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setDays((now) => ({ ...now, [name]: value }));
      setProblems({});
    },
  });
  return (
    <>
      <form onSubmit={submit} noValidate className={page.stack}>
        <div className={page.fields}>
          <TextInput {...day('from')} />
          <TextInput {...day('lastDay')} />
        </div>
        <Group>
          <Button
            type="submit"
            variant={isShown && run.isWhole ? 'default' : 'filled'}
            loading={isShown && !run.isWhole && run.error === undefined}
          >
            {w.look}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {isShown && !run.isWhole && run.error === undefined && w.looking(run.sum?.count.clients ?? 0)}
            {run !== undefined && !isShown && w.lookAgain}
          </Text>
        </Group>
        {isShown && <Failure error={run.error} sent />}
      </form>
      {isShown && run.isWhole && run.sum && (
        <ClosureEffect days={run.asked} preview={run.sum} today={today} onPlanned={onPlanned} />
      )}
    </>
  );
}
