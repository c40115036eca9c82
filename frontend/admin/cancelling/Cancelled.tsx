import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { GivenReason } from '../../../shared/domain/cancel-reason.ts';
import { undoPauseInWords } from '../../../shared/wording/describe-cancellation.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { CancellationFacts } from './CancellationFacts.tsx';
import { takenBackBy } from './cancellable.ts';

interface CancelledProps {
  readonly view: CancellationView;
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
}

/** What the cancellation has done, and why, if anybody says so (rule K4). */
export function Cancelled({ view, page, membership, onClose }: CancelledProps) {
  const { client, settings } = useDesk();
  const { words, tongue, date } = useSpeech();
  const w = words.cancelling;
  const notify = useNotify();
  const [reason, setReason] = useState<GivenReason | ''>('');
  const { membershipId, plan } = membership;
  const path = { memberId: page.memberId, membershipId };
  const noting = useSend((given: GivenReason) => client.noteCancelReason({ path, body: { reason: given } }));

  async function finish() {
    if (reason !== '' && !(await noting.send(reason))) return;
    notify({ text: w.done(plan.name) });
    onClose();
  }
  return (
    <DialogForm
      onSubmit={() => void finish()}
      onCancel={onClose}
      submit={reason === '' ? w.finish : w.noteReason}
      busy={noting.busy}
      error={noting.error}
      keep={words.common.close}
    >
      <CancellationFacts view={view} member={page} plan={plan} />
      {view.undo && (
        <Text size="sm">
          {w.canUndo[takenBackBy(membership, settings.business.features)]} {undoPauseInWords(view.undo, tongue, date)}
        </Text>
      )}
      <NativeSelect
        label={w.reason}
        description={w.reasonHint}
        value={reason}
        data-autofocus
        onChange={({ currentTarget }) => setReason(GivenReason.safeParse(currentTarget.value).data ?? '')}
        data={[
          { value: '', label: w.noReason },
          ...GivenReason.options.map((value) => ({ value, label: w.reasons[value] })),
        ]}
      />
    </DialogForm>
  );
}
