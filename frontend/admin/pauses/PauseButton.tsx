import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { PauseForm } from './PauseForm.tsx';
import { isPausable } from './pausing.ts';

interface PauseButtonProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onChanged: () => void;
}

/** Pausing from the client's page, where there is something to pause (000-031). */
export function PauseButton({ page, membership, onChanged }: PauseButtonProps) {
  const { may } = useDesk();
  const { pauses } = useWords();
  const [opened, setOpened] = useState(false);
  const { name } = membership.plan;
  if (!may('memberships.enrol') || !(isPausable(membership) || opened)) return null;
  const close = () => setOpened(false);
  return (
    <>
      <Button
        size="compact-md"
        variant="subtle"
        color="gray"
        aria-label={pauses.pauseOf(name)}
        onClick={() => setOpened(true)}
      >
        {pauses.pause}
      </Button>
      <Dialog opened={opened} onClose={close} title={pauses.pauseTitle(name)}>
        <PauseForm page={page} membership={membership} onClose={close} onChanged={onChanged} />
      </Dialog>
    </>
  );
}
