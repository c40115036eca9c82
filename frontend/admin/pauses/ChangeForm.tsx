import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { MemberPage, staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { LengthFields } from './LengthFields.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import { endOf, type LengthChoice } from './pausing.ts';
import { usePreview } from './use-preview.ts';

type Body = CallOf<(typeof staffOperations)['changePause']>['body'];

/** Ending the pause today (or taking it back before it begins), or giving it another last day (rule P7). */
export type PauseChangeKind = 'resume' | 'end';

interface ChangeFormProps {
  readonly kind: PauseChangeKind;
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function ChangeForm({ kind, page, membership, onClose, onChanged }: ChangeFormProps) {
  const { client, settings } = useDesk();
  const { words, date } = useSpeech();
  const w = words.pauses;
  const notify = useNotify();
  const { memberId, today } = page;
  const { membershipId, plan, pause, period } = membership;
  const from = pause?.from ?? period.end;
  const [choice, setChoice] = useState<LengthChoice | undefined>(kind === 'end' ? 'day' : undefined);
  const [day, setDay] = useState(pause?.lastDay ?? '');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const end: Body['end'] | undefined =
    kind === 'resume' ? { kind } : endOf(choice, { from, day, maxDays: settings.business.pauses.maxDays });
  const isSame = end?.kind === 'last_day' && end.lastDay === pause?.lastDay;
  const asked = isSame ? undefined : end;
  const path = { memberId, membershipId };
  const previewing = usePreview(asked && JSON.stringify(asked), (beyondLimits) =>
    client.previewPauseChange({
      path,
      body: { end: asked ?? { kind: 'resume' }, ...(beyondLimits ? { beyondLimits } : {}) },
    }),
  );
  const { overruled, preview } = previewing;
  const sending = useSend((body: Body, idempotencyKey) => client.changePause({ path, body, idempotencyKey }));
  const reasonMissing = overruled && reason.trim() === '';
  const announced = from > today;

  async function change() {
    setChecked(true);
    if (!asked || !preview || reasonMissing) return;
    const why = reason.trim();
    const done = await sending.send({
      end: asked,
      ...(overruled ? { beyondLimits: true } : {}),
      ...(why === '' ? {} : { reason: why }),
    });
    if (!done) return;
    const { lastDay } = done.membership.pause ?? {};
    const ended = announced ? w.takenBack(plan.name) : w.resumed(plan.name);
    const changed = lastDay === undefined ? w.endOpened(plan.name) : w.endChanged(plan.name, date(lastDay));
    notify({ text: done.membership.pause === undefined ? ended : changed });
    onClose();
    onChanged();
  }

  return (
    <DialogForm
      onSubmit={() => void change()}
      onCancel={onClose}
      submit={kind === 'end' ? w.confirmEnd : announced ? w.takeBack : w.resume}
      busy={sending.busy}
      error={sending.error}
      disabled={!preview}
      keep={w.keep}
    >
      {kind === 'end' && (
        <LengthFields
          choice={choice}
          day={day}
          first={from > today ? from : today}
          onChoice={setChoice}
          onDay={setDay}
        />
      )}
      <PreviewPart page={page} membership={membership} previewing={previewing} />
      {overruled && (
        <TextInput
          label={w.reason}
          description={w.reasonHint}
          maxLength={200}
          autoComplete="off"
          required
          value={reason}
          error={checked && reasonMissing && w.reasonMissing}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
    </DialogForm>
  );
}
