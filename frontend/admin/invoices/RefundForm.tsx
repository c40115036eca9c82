import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { MemberPage, staffOperations } from '../../../shared/contract/staff-operations.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { RefundEffectWords } from './RefundEffectWords.tsx';
import { refundEffect } from './refund.ts';
import { usedWords } from './refund-words.ts';

interface RefundFormProps {
  readonly page: MemberPage;
  readonly invoice: StaffInvoiceView;
  readonly onCancel: () => void;
  readonly onDone: (invoice: StaffInvoiceView) => void;
}
type Body = CallOf<(typeof staffOperations)['refundInvoice']>['body'];

/** Reasons that people give; the others are the system's own. */
const reasons = ['requested', 'duplicate', 'service_issue', 'other'] as const satisfies readonly Body['reason'][];
type Reason = (typeof reasons)[number];

/** Gives back all or part of a payment: the suggestion is filled in, the exact effect stands above the button (rule C8). */
export function RefundForm({ page, invoice, onCancel, onDone }: RefundFormProps) {
  const { client } = useDesk();
  const { words, money, locale } = useSpeech();
  const w = words.invoices;
  const notify = useNotify();
  const { refundable, suggestedRefund, takenBack, usedUnits } = invoice;
  const { currency } = refundable;
  const [typed, setTyped] = useState(amountForTyping(suggestedRefund, locale));
  const [reason, setReason] = useState<Reason | ''>('');
  const [chosen, setChosen] = useState<boolean>();
  const [checked, setChecked] = useState(false);
  // Who gives back a part mostly means to be kind: the visits go with it only when somebody says so.
  const takeBack = chosen ?? readAmount(typed, currency)?.amount === suggestedRefund.amount;
  const effect = refundEffect(typed, takeBack, invoice);
  const refunding = useSend((body: Body, idempotencyKey) =>
    client.refundInvoice({ path: { memberId: page.memberId, invoiceId: invoice.invoiceId }, body, idempotencyKey }),
  );

  async function refund() {
    setChecked(true);
    if (!effect || reason === '') return;
    const amount = { amount: effect.amount, currency };
    const reply = await refunding.send({ amount, reason, takeBackCredits: takeBack });
    if (!reply) return;
    notify({ text: w.refunded(money(amount)) });
    onDone(reply.invoice);
  }

  const offers = [
    [suggestedRefund, w.takeSuggested] as const,
    ...(suggestedRefund.amount === refundable.amount ? [] : [[refundable, w.takeAll] as const]),
  ];
  return (
    <DialogForm
      onSubmit={() => void refund()}
      onCancel={onCancel}
      submit={effect ? w.refundConfirm(money({ amount: effect.amount, currency })) : w.refund}
      busy={refunding.busy}
      error={refunding.error}
      danger
    >
      <div>
        <TextInput
          label={`${w.refundAmount} (${currency})`}
          description={`${usedWords(invoice, words)} ${usedUnits > 0 ? w.suggestedWhy : ''}`.trim()}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          required
          value={typed}
          error={!effect && (checked || typed !== '') && w.tooMuch(money(refundable))}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          {offers.map(([offer, label]) => (
            <Button
              key={offer.amount}
              size="compact-sm"
              variant="default"
              onClick={() => setTyped(amountForTyping(offer, locale))}
            >
              {label(money(offer))}
            </Button>
          ))}
        </Group>
      </div>
      {takenBack.length > 0 && (
        <Checkbox
          label={w.takeBack}
          description={w.takeBackHint}
          checked={takeBack}
          onChange={({ currentTarget }) => setChosen(currentTarget.checked)}
        />
      )}
      <NativeSelect
        label={w.refundReason}
        required
        value={reason}
        error={checked && reason === '' && words.common.required}
        onChange={({ currentTarget }) => setReason(reasons.find((value) => value === currentTarget.value) ?? '')}
        data={[{ value: '', label: w.chooseReason }, ...reasons.map((value) => ({ value, label: w.reasons[value] }))]}
      />
      {effect && <RefundEffectWords invoice={invoice} effect={effect} services={page.services} />}
    </DialogForm>
  );
}
