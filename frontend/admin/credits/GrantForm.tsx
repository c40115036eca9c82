import { Checkbox, Group, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { MemberPage, staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { type AdjustmentReason, CreditKind } from '../../../shared/domain/credit-account.ts';
import { amountForTyping } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { HandLimitNote } from './HandLimitNote.tsx';
import { ReasonFields } from './ReasonFields.tsx';
import { readUnits } from './units.ts';

interface GrantFormProps {
  readonly page: MemberPage;
  readonly onCancel: () => void;
  readonly onDone: (credits: CreditGroup[]) => void;
}
type Body = CallOf<(typeof staffOperations)['grantCredit']>['body'];

/** Credits given by hand: what, for which services, until when, and why. */
export function GrantForm({ page, onCancel, onDone }: GrantFormProps) {
  const { client, settings } = useDesk();
  const { words, locale } = useSpeech();
  const notify = useNotify();
  const { currency } = settings.business;
  const [kind, setKind] = useState<CreditKind>('visits');
  const [typed, setTyped] = useState('1');
  const [serviceIds, setServiceIds] = useState<string[]>([]);
  const [expiresOn, setExpiresOn] = useState('');
  const [reason, setReason] = useState<AdjustmentReason | ''>('');
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const units = readUnits(typed, kind, currency);
  const granting = useSend((body: Body, idempotencyKey) =>
    client.grantCredit({ path: { memberId: page.memberId }, body, idempotencyKey }),
  );

  async function grant() {
    setChecked(true);
    if (!units || reason === '' || serviceIds.length === 0) return;
    const reply = await granting.send({
      kind,
      serviceIds,
      units,
      reason,
      ...(expiresOn === '' ? {} : { expiresOn }),
      ...(note.trim() === '' ? {} : { note }),
    });
    if (!reply) return;
    notify({ text: words.credits.granted });
    onDone(reply.credits);
  }

  const problem =
    kind === 'visits'
      ? words.common.numberBetween(1, 1_000_000)
      : words.common.amountWrong(amountForTyping({ amount: 2500, currency }, locale));
  return (
    <DialogForm
      onSubmit={() => void grant()}
      onCancel={onCancel}
      submit={words.credits.add}
      busy={granting.busy}
      error={granting.error}
    >
      <Radio.Group label={words.credits.kind} value={kind} onChange={(value) => setKind(CreditKind.parse(value))}>
        <Group mt={6}>
          {CreditKind.options.map((value) => (
            <Radio key={value} value={value} label={words.credits.kinds[value]} />
          ))}
        </Group>
      </Radio.Group>
      <HandLimitNote kind={kind} />
      <TextInput
        label={kind === 'visits' ? words.credits.visits : `${words.credits.amount} (${currency})`}
        inputMode={kind === 'visits' ? 'numeric' : 'decimal'}
        autoComplete="off"
        required
        value={typed}
        error={checked && !units && problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={words.credits.forServices}
        required
        value={serviceIds}
        error={checked && serviceIds.length === 0 && words.credits.chooseService}
        onChange={setServiceIds}
      >
        <Group my={6}>
          {settings.services
            .filter(({ archived }) => !archived)
            .map(({ serviceId, name }) => (
              <Checkbox key={serviceId} value={serviceId} label={name} />
            ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        label={words.credits.expires}
        description={words.credits.expiresHint}
        type="date"
        min={page.today}
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.currentTarget.value)}
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
