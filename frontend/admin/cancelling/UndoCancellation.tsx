import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { undoPauseInWords } from '../../../shared/wording/describe-cancellation.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { CancellationFacts } from './CancellationFacts.tsx';

interface UndoCancellationProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onUndone: () => void;
}

/** What was decided, and taking it back while it still runs, with what that leads to (rule K3). */
export function UndoCancellation({ page, membership, onUndone }: UndoCancellationProps) {
  const words = useSpeech().words.cancelling;
  const { name } = membership.plan;
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-md" variant="default" aria-label={words.undoOf(name)} onClick={() => setOpened(true)}>
        {words.undo}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={words.undoTitle(name)} wide>
        <UndoForm page={page} membership={membership} onClose={() => setOpened(false)} onUndone={onUndone} />
      </Dialog>
    </>
  );
}

function UndoForm({ page, membership, onClose, onUndone }: UndoCancellationProps & { readonly onClose: () => void }) {
  const { client } = useDesk();
  const { words, tongue, money, date } = useSpeech();
  const w = words.cancelling;
  const notify = useNotify();
  const { membershipId, plan } = membership;
  const path = { memberId: page.memberId, membershipId };
  const decided = useLoad(() => client.previewCancellation({ path, query: { when: 'period_end' } }), [client]);
  const undoing = useSend((_: 'undo', idempotencyKey) => client.undoCancellation({ path, idempotencyKey }));
  const undo = decided.load.state === 'ready' ? decided.load.value.cancellation.undo : undefined;

  async function takeBack() {
    if (!(await undoing.send('undo'))) return;
    notify({ text: w.undone(plan.name) });
    onClose();
    onUndone();
  }
  return (
    <DialogForm
      onSubmit={() => void takeBack()}
      onCancel={onClose}
      submit={w.undo}
      busy={undoing.busy}
      error={undoing.error}
      disabled={undo === undefined}
      keep={words.common.close}
    >
      <Loaded from={decided} lines={5}>
        {({ cancellation }) => (
          <>
            <Text size="sm">{w.decided}</Text>
            <CancellationFacts view={cancellation} member={page} plan={plan} />
            {undo && (
              <Text size="sm" role="status">
                {w.undoEffect} {undo.nextBill && w.undoBill(money(undo.nextBill.amount), date(undo.nextBill.on))}{' '}
                {undoPauseInWords(undo, tongue, date)}
              </Text>
            )}
          </>
        )}
      </Loaded>
    </DialogForm>
  );
}
