import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { MemberPage, staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import styles from '../parts/Page.module.css';
import { AgreedTerms, type ChosenTerms } from './AgreedTerms.tsx';
import { LengthFields } from './LengthFields.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import { endOf, type LengthChoice } from './pausing.ts';
import { usePreview } from './use-preview.ts';

type Body = CallOf<(typeof staffOperations)['pauseMembership']>['body'];

interface PauseFormProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Pausing asks from when and for how long, and shows what it does before it is agreed on (000-031, 000-049). */
export function PauseForm({ page, membership, onClose, onChanged }: PauseFormProps) {
  const { client, settings } = useDesk();
  const { words, day: written, date } = useSpeech();
  const w = words.pauses;
  const notify = useNotify();
  const { memberId, today } = page;
  const { membershipId, plan, period } = membership;
  const { pauses } = settings.business;
  const [start, setStart] = useState<Body['start']>('period_end');
  const [choice, setChoice] = useState<LengthChoice>();
  const [day, setDay] = useState('');
  const [terms, setTerms] = useState<ChosenTerms>({});
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const from = start === 'now' ? today : period.end;
  const end = endOf(choice, { from, day, maxDays: pauses.maxDays });
  const asked = end && { start, end, ...terms };
  const path = { memberId, membershipId };
  const previewing = usePreview(asked && JSON.stringify(asked), (beyondLimits) =>
    client.previewPause({ path, body: { ...(asked ?? { start, end: { kind: 'open' } }), ...beyond(beyondLimits) } }),
  );
  const { overruled, preview } = previewing;
  const sending = useSend((body: Body, idempotencyKey) => client.pauseMembership({ path, body, idempotencyKey }));
  const reasonMissing = overruled && reason.trim() === '';

  async function agree() {
    setChecked(true);
    if (!asked || !preview || reasonMissing) return;
    const why = reason.trim();
    const done = await sending.send({ ...asked, ...beyond(overruled), ...(why === '' ? {} : { reason: why }) });
    if (!done) return;
    notify({ text: w.paused(plan.name, date(from)) });
    onClose();
    onChanged();
  }

  return (
    <DialogForm
      onSubmit={() => void agree()}
      onCancel={onClose}
      submit={w.confirm}
      busy={sending.busy}
      error={sending.error}
      disabled={!preview}
      {...(choice === undefined ? { hint: w.chooseFirst } : {})}
    >
      <Radio.Group label={w.from} value={start} onChange={(value) => setStart(value === 'now' ? 'now' : 'period_end')}>
        <div className={styles.choices}>
          <Radio value="period_end" label={w.fromBill(written(period.end, today))} description={w.fromBillHint} />
          <Radio value="now" label={w.fromToday} description={w.fromTodayHint} />
        </div>
      </Radio.Group>
      <LengthFields choice={choice} day={day} first={from} onChoice={setChoice} onDay={setDay} />
      <PreviewPart page={page} membership={membership} previewing={previewing} />
      <TextInput
        label={w.reason}
        description={w.reasonHint}
        maxLength={200}
        autoComplete="off"
        required={overruled}
        value={reason}
        error={checked && reasonMissing && w.reasonMissing}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <AgreedTerms pauses={pauses} terms={terms} onChange={setTerms} />
    </DialogForm>
  );
}

const beyond = (beyondLimits: boolean) => (beyondLimits ? { beyondLimits } : {});
