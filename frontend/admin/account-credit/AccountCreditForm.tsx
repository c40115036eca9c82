import { Group, NativeSelect, Radio, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { HandLimitNote } from '../credits/HandLimitNote.tsx';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import {
  type AccountCreditDraft,
  type AccountCreditRead,
  readAccountCredit,
  reasonsOf,
} from './account-credit-draft.ts';

interface AccountCreditFormProps {
  readonly memberId: string;
  readonly accountCredit: Money;
  readonly onCancel: () => void;
  readonly onChanged: () => void;
}

/** Adds money to account credit or takes some off, with a reason, after showing what will be there (002-031). */
export function AccountCreditForm({ memberId, accountCredit, onCancel, onChanged }: AccountCreditFormProps) {
  const { client } = useDesk();
  const { words, money, locale } = useSpeech();
  const w = words.accountCredit;
  const notify = useNotify();
  const { currency } = accountCredit;
  const [draft, setDraft] = useState<AccountCreditDraft>({ direction: 'add', amount: '', reason: '', note: '' });
  const [checked, setChecked] = useState(false);
  const change = (part: Partial<AccountCreditDraft>) => setDraft((now) => ({ ...now, ...part }));
  const read = readAccountCredit(draft, accountCredit);
  const adjusting = useSend((body: NonNullable<AccountCreditRead['body']>, idempotencyKey) =>
    client.adjustAccountCredit({ path: { memberId }, body, idempotencyKey }),
  );

  async function adjust() {
    setChecked(true);
    if (!read.body) return;
    const reply = await adjusting.send(read.body);
    if (!reply) return;
    notify({ text: w.changed(money(reply.accountCredit)) });
    onCancel();
    onChanged();
  }

  const amountProblem =
    read.problems.amount === 'too_low'
      ? w.tooLow(money(accountCredit))
      : checked &&
        read.problems.amount &&
        words.common.amountWrong(amountForTyping({ amount: 2500, currency }, locale));
  const reasons = reasonsOf[draft.direction];
  return (
    <DialogForm
      onSubmit={() => void adjust()}
      onCancel={onCancel}
      submit={words.common.save}
      busy={adjusting.busy}
      error={adjusting.error}
    >
      <Text size="sm" c="dimmed">
        {w.hint}
      </Text>
      <Radio.Group
        label={w.direction}
        value={draft.direction}
        onChange={(value) => change({ direction: value === 'take_off' ? 'take_off' : 'add', reason: '' })}
      >
        <Group gap="lg" mt={6}>
          <Radio value="add" label={w.add} />
          <Radio value="take_off" label={w.takeOff} />
        </Group>
      </Radio.Group>
      <TextInput
        label={`${w.amount} (${currency})`}
        description={
          read.after === undefined || read.after < 0
            ? w.balance(money(accountCredit))
            : w.after(money({ amount: read.after, currency }))
        }
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        required
        value={draft.amount}
        error={amountProblem}
        onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
      />
      {draft.reason !== 'paid_in' && <HandLimitNote kind="account_credit" />}
      <NativeSelect
        label={w.reason}
        required
        value={draft.reason}
        error={checked && read.problems.reason && words.common.required}
        onChange={({ currentTarget }) =>
          change({ reason: reasons.find((value) => value === currentTarget.value) ?? '' })
        }
        data={[{ value: '', label: w.chooseReason }, ...reasons.map((value) => ({ value, label: w.reasons[value] }))]}
      />
      <TextInput
        label={w.note}
        maxLength={300}
        autoComplete="off"
        value={draft.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
    </DialogForm>
  );
}
