import { Alert, Text } from '@mantine/core';
import type { StaffEstimateView } from '../../../shared/contract/estimate-views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';

export type Step = 'withdraw' | 'bill';

interface EstimateStepProps {
  readonly step: Step;
  readonly memberId: string;
  readonly hasEmail: boolean;
  readonly estimate: StaffEstimateView;
  readonly onCancel: () => void;
  readonly onDone: (estimate: StaffEstimateView) => void;
}

/** Withdrawing an estimate, or making its invoice, after saying what that means. */
export function EstimateStep({ step, memberId, hasEmail, estimate, onCancel, onDone }: EstimateStepProps) {
  const { client } = useDesk();
  const { words, money } = useSpeech();
  const w = words.estimates;
  const notify = useNotify();
  const { estimateId, number, state } = estimate;
  const amount = money(estimate.total);
  const path = { memberId, estimateId };
  const isBill = step === 'bill';
  const sending = useSend((asked: Step, idempotencyKey) =>
    asked === 'bill'
      ? client.invoiceEstimate({ path, body: {}, idempotencyKey })
      : client.withdrawEstimate({ path, body: state === 'accepted' ? { accepted: true } : {}, idempotencyKey }),
  );
  async function go() {
    const after = await sending.send(step);
    if (!after) return;
    notify({ text: isBill ? w.billed(amount) : w.withdrawn(number) });
    onDone(after);
  }
  function textOf(): string {
    if (isBill) return `${w.billText(amount)} ${hasEmail ? w.billMailed : w.billPrinted}`;
    if (state !== 'accepted') return w.withdrawText;
    return hasEmail ? `${w.withdrawAccepted} ${w.withdrawMailed}` : w.withdrawAccepted;
  }
  return (
    <DialogForm
      onSubmit={() => void go()}
      onCancel={onCancel}
      submit={isBill ? w.billConfirm(amount) : w.withdraw}
      busy={sending.busy}
      error={sending.error}
      danger={!isBill}
      keep={isBill ? w.goBack : w.keep}
    >
      <Text size="sm">{textOf()}</Text>
      {isBill && state === 'open' && (
        <Alert color="orange" role="status">
          {w.billNotAnswered}
        </Alert>
      )}
    </DialogForm>
  );
}
