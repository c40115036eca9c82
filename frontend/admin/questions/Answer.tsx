import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { usePlaceCounts } from '../app/place-counts.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { useHolder } from '../parts/unsaved.ts';
import type { QuestionProps } from './question-props.ts';

/** Answers, closes, reopens. An answer that crosses a new message is not sent: that is read first. */
export function Answer({ question, path, reload, onQuestion }: QuestionProps) {
  const { client } = useDesk();
  const w = useWords().questions;
  const notify = useNotify();
  const { counts, setCount } = usePlaceCounts();
  const [text, setText] = useState('');
  const holder = useHolder(text.trim() !== '');
  const { state, messages } = question;
  const answering = useSend((body: { text: string; heard: number }, idempotencyKey) =>
    client.answerQuestion({ path, body, idempotencyKey }),
  );
  const moving = useSend((to: 'closed' | 'open') =>
    to === 'closed' ? client.closeQuestion({ path, body: {} }) : client.reopenQuestion({ path }),
  );
  const hasMoved = isRefusal(answering.error, 'conflicting_change');
  const waiting = (change: number) => setCount('questions', Math.max(0, (counts.questions ?? 0) + change));

  async function answer(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() === '') return;
    if (!(await answering.send({ text, heard: messages.length }))) return reload();
    setText('');
    holder.saved();
    if (state === 'open') waiting(-1);
    notify({ text: w.sent });
    reload();
  }
  async function move(to: 'closed' | 'open') {
    const next = await moving.send(to);
    if (!next) return;
    if (to === 'open') waiting(1);
    onQuestion(next);
    notify({ text: to === 'closed' ? w.closed : w.reopened });
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void answer();
  }

  if (state === 'closed') {
    return (
      <Stack gap="xs" align="flex-start">
        <Button variant="default" loading={moving.busy} onClick={() => void move('open')}>
          {w.reopen}
        </Button>
        <Failure error={moving.error} sent />
      </Stack>
    );
  }
  return (
    <form onSubmit={(event) => void answer(event)}>
      <Stack gap="xs">
        <Textarea
          label={w.answer}
          description={w.answerHint}
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        {hasMoved ? (
          <Alert color="orange" role="alert">
            {w.moved}
          </Alert>
        ) : (
          <Failure error={answering.error ?? moving.error} sent />
        )}
        <Group justify="flex-end" gap="xs">
          {state === 'answered' && (
            <Button variant="default" loading={moving.busy} onClick={() => void move('closed')}>
              {w.close}
            </Button>
          )}
          <Button type="submit" loading={answering.busy} disabled={text.trim() === ''}>
            {w.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
