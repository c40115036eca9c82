import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { PassOnForm } from '../sharing/PassOnForm.tsx';
import { AdjustForm } from './AdjustForm.tsx';
import { BalanceOn } from './BalanceOn.tsx';
import { CreditEntries } from './CreditEntries.tsx';
import { GrantForm } from './GrantForm.tsx';
import { GrantList } from './GrantList.tsx';
import type { Grant } from './subject.ts';

interface AllCreditsProps {
  readonly opened: boolean;
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onCredits: (credits: CreditGroup[]) => void;
  /** What rests was changed: it is not among the credits of today. */
  readonly onWaiting: () => void;
}

type Step = 'list' | 'add' | { readonly edit: Grant } | { readonly passOn: Grant };

/** “View All”: every grant, to correct or to add to, and what happened to them (002-027, 002-028). */
export function AllCredits({ opened, page, onClose, onCredits, onWaiting }: AllCreditsProps) {
  const [step, setStep] = useState<Step>('list');
  const back = () => setStep('list');
  const close = () => {
    back();
    onClose();
  };
  const title = titleOf(step, useWords());
  const done = (credits: CreditGroup[]) => {
    onCredits(credits);
    if (page.waiting.length > 0) onWaiting();
    back();
  };
  return (
    <Dialog opened={opened} onClose={close} title={title} wide>
      {step === 'list' && <Lists page={page} onStep={setStep} onCredits={onCredits} />}
      {step === 'add' && <GrantForm page={page} onCancel={back} onDone={done} />}
      {typeof step === 'object' && 'edit' in step && (
        <AdjustForm grant={step.edit} page={page} onCancel={back} onDone={done} />
      )}
      {typeof step === 'object' && 'passOn' in step && (
        <PassOnForm grant={step.passOn} page={page} onCancel={back} onDone={done} />
      )}
    </Dialog>
  );
}

function titleOf(step: Step, { credits, sharing }: ReturnType<typeof useWords>): string {
  if (step === 'list') return credits.viewAllTitle;
  if (step === 'add') return credits.addTitle;
  return 'edit' in step ? credits.editTitle : sharing.passOnTitle;
}

const grantsOf = (groups: readonly CreditGroup[]): Grant[] =>
  groups.flatMap((group) => group.buckets.map((bucket) => ({ group, bucket })));

interface ListsProps {
  readonly page: MemberPage;
  readonly onStep: (step: Step) => void;
  readonly onCredits: (credits: CreditGroup[]) => void;
}

function Lists({ page, onStep, onCredits }: ListsProps) {
  const words = useWords().credits;
  const { may } = useDesk();
  const grants = grantsOf(page.credits);
  const waiting = grantsOf(page.waiting);
  const steps = { onEdit: (edit: Grant) => onStep({ edit }), onPassOn: (passOn: Grant) => onStep({ passOn }) };
  return (
    <Stack gap="lg">
      <section>
        <Group justify="space-between" mb="xs">
          <Title order={3} size="h6">
            {words.grants}
          </Title>
          {may('credits.adjust') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => onStep('add')}
            >
              {words.add}
            </Button>
          )}
        </Group>
        {grants.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        ) : (
          <GrantList grants={grants} page={page} {...steps} />
        )}
      </section>
      {waiting.length > 0 && (
        <section>
          <Title order={3} size="h6" mb="xs">
            {words.waiting}
          </Title>
          <Text size="sm" c="dimmed">
            {words.waitingHint}
          </Text>
          <GrantList grants={waiting} page={page} {...steps} />
        </section>
      )}
      <section>
        <Title order={3} size="h6" mb="xs">
          {words.uses}
        </Title>
        <BalanceOn page={page} />
        <CreditEntries page={page} onCredits={onCredits} />
      </section>
    </Stack>
  );
}
