import { Button, Group, NativeSelect } from '@mantine/core';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { Section } from '../parts/Section.tsx';
import type { QuestionProps } from './question-props.ts';

/** Who sees to it: take it in one press, or pass it on (001-014). */
export function Owner({ question, path, onQuestion }: QuestionProps) {
  const { client, self } = useDesk();
  const w = useWords().questions;
  const notify = useNotify();
  const assigning = useSend((body: { staffId: string | null }) => client.assignQuestion({ path, body }));
  const { owner, colleagues, state } = question;

  async function assign(staffId: string | null) {
    const next = await assigning.send({ staffId });
    if (!next) return;
    onQuestion(next);
    if (next.owner === undefined) notify({ text: w.putBack });
    else notify({ text: next.owner.staffId === self.staffId ? w.taken : w.passedOn(next.owner.name) });
  }

  const isClosed = state === 'closed';
  return (
    <Section title={w.owner}>
      <Group gap="xs" align="end">
        <NativeSelect
          aria-label={w.owner}
          value={owner?.staffId ?? ''}
          disabled={isClosed || assigning.busy}
          data={[
            { value: '', label: w.nobody },
            ...colleagues.map(({ staffId, name }) => ({ value: staffId, label: name })),
          ]}
          onChange={({ currentTarget }) => void assign(currentTarget.value === '' ? null : currentTarget.value)}
        />
        {!isClosed && owner?.staffId !== self.staffId && (
          <Button variant="default" loading={assigning.busy} onClick={() => void assign(self.staffId)}>
            {w.take}
          </Button>
        )}
      </Group>
      <Failure error={assigning.error} sent />
    </Section>
  );
}
