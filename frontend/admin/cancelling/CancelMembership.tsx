import { useState } from 'react';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useSpeech } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { CancelForm } from './CancelForm.tsx';
import { Cancelled } from './Cancelled.tsx';

interface CancelMembershipProps {
  readonly opened: boolean;
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
  readonly onCancelled: () => void;
}

/** What cancelling does, shown before it is done; then what it has done, and why (000-050, rules K1 … K4). */
export function CancelMembership({ opened, page, membership, onClose, onCancelled }: CancelMembershipProps) {
  const words = useSpeech().words.cancelling;
  const [done, setDone] = useState<CancellationView>();
  function close() {
    onClose();
    if (done === undefined) return;
    setDone(undefined);
    onCancelled();
  }
  const title = (done ? words.done : words.title)(membership.plan.name);
  return (
    <Dialog opened={opened} onClose={close} title={title} wide>
      {done ? (
        <Cancelled view={done} page={page} membership={membership} onClose={close} />
      ) : (
        <CancelForm page={page} membership={membership} onClose={close} onCancelled={setDone} />
      )}
    </Dialog>
  );
}
