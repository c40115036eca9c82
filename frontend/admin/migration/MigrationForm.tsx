import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { MigrationView } from '../../../shared/contract/staff/migration-operations.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { latestMoveDays } from '../../../shared/domain/migration.ts';
import { proposedNoticeDays } from '../../../shared/domain/version-notice.ts';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import { focusFirstProblem } from '../parts/first-problem.ts';
import page from '../parts/Page.module.css';
import type { PlanHistory } from '../plans/latest.ts';
import { MigrationEffect } from './MigrationEffect.tsx';
import { useMigrationPreview } from './use-migration-preview.ts';

interface MigrationFormProps {
  readonly plan: PlanHistory;
  readonly today: string;
  /** The first day that the notice allows. */
  readonly earliest: string;
  readonly onStarted: (migration: MigrationView) => void;
}

/** The day, then what it does. Another day has to be looked at again before anybody can be moved. */
export function MigrationForm({ plan, today, earliest, onStarted }: MigrationFormProps) {
  const { words, date } = useSpeech();
  const w = words.migration;
  const needsNotice = earliest > addDays(today, 1);
  const [from, setFrom] = useState(needsNotice ? addDays(today, proposedNoticeDays + 1) : earliest);
  const [problem, setProblem] = useState<string>();
  const { run, look } = useMigrationPreview(plan.newest);
  const isShown = run !== undefined && run.asked.from === from;
  const latest = addDays(today, latestMoveDays);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const isOutOfRange = from < earliest || from > latest;
    setProblem(from === '' ? w.dayMissing : isOutOfRange ? w.dayOutOfRange(date(earliest), date(latest)) : undefined);
    focusFirstProblem(event.currentTarget);
    if (from !== '' && !isOutOfRange) look({ from });
  }
  return (
    <>
      <form onSubmit={submit} noValidate className={page.stack}>
        <TextInput
          type="date"
          label={w.from}
          description={needsNotice ? w.noticeHint(date(earliest)) : w.noNoticeHint}
          value={from}
          min={earliest}
          max={latest}
          maw="20rem"
          error={problem}
          onChange={({ currentTarget: { value } }) => {
            setFrom(value);
            setProblem(undefined);
          }}
        />
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
        <MigrationEffect
          plan={plan}
          asked={run.asked}
          preview={run.sum}
          today={today}
          onStarted={onStarted}
          onLookAgain={() => look({ from })}
        />
      )}
    </>
  );
}
