import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import type { AdjustmentReason } from '../../../shared/domain/credit-account.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { HandLimitNote } from './HandLimitNote.tsx';
import { ReasonFields } from './ReasonFields.tsx';
import type { Grant } from './subject.ts';
import { readUnits } from './units.ts';
import { useCreditWords } from './use-credit-words.ts';

interface AdjustFormProps {
  readonly grant: Grant;
  readonly page: MemberPage;
  readonly onCancel: () => void;
  readonly onDone: (credits: CreditGroup[]) => void;
}

/** Sets what is left of one grant (002-028). */
export function AdjustForm({ grant, page, onCancel, onDone }: AdjustFormProps) {
  const { group, bucket } = grant;
  const { client, settings } = useDesk();
  const { words, locale } = useSpeech();
  const notify = useNotify();
  const { namesOf, amount } = useCreditWords(page.services);
  const { currency } = settings.business;
  const [typed, setTyped] = useState(
    group.kind === 'visits'
      ? String(bucket.available)
      : amountForTyping({ amount: bucket.available, currency }, locale),
  );
  const [reason, setReason] = useState<AdjustmentReason | ''>('');
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const available = readUnits(typed, group.kind, currency);
  const adjusting = useSend((body: { available: number; reason: AdjustmentReason; note?: string }, idempotencyKey) =>
    client.adjustCredit({ path: { memberId: page.memberId, bucketId: bucket.bucketId }, body, idempotencyKey }),
  );

  async function adjust() {
    setChecked(true);
    if (available === undefined || reason === '') return;
    const reply = await adjusting.send({ available, reason, ...(note.trim() === '' ? {} : { note }) });
    if (!reply) return;
    notify({ text: words.credits.adjusted });
    onDone(reply.credits);
  }

  const problem =
    group.kind === 'visits'
      ? words.common.numberBetween(0, 1_000_000)
      : words.common.amountWrong(amountForTyping({ amount: 2500, currency }, locale));
  return (
    <DialogForm
      onSubmit={() => void adjust()}
      onCancel={onCancel}
      submit={words.common.save}
      busy={adjusting.busy}
      error={adjusting.error}
    >
      <HandLimitNote kind={group.kind} />
      <TextInput
        label={words.credits.leftNow}
        description={`${namesOf(group.serviceIds)} · ${words.credits.left(
          amount(group.kind, bucket.available),
          amount(group.kind, bucket.granted),
        )}`}
        inputMode={group.kind === 'visits' ? 'numeric' : 'decimal'}
        autoComplete="off"
        data-autofocus
        required
        value={typed}
        error={checked && available === undefined && problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ReasonFields
        reason={reason}
        note={note}
        missing={checked && reason === ''}
        onReason={setReason}
        onNote={setNote}
      />
    </DialogForm>
  );
}
