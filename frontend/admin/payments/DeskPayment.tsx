import { Text } from '@mantine/core';
import type { InvoiceSummary } from '../../../shared/contract/billing-views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { type Method, MethodChoice, useMethod } from './MethodChoice.tsx';

interface DeskPaymentProps {
  readonly opened: boolean;
  readonly memberId: string;
  readonly invoice: InvoiceSummary;
  readonly what: string;
  readonly onClose: () => void;
  readonly onPaid: () => void;
}

/** “Paid at the desk” for an open invoice: how, and the amount once more on the button. */
export function DeskPayment({ opened, memberId, invoice, what, onClose, onPaid }: DeskPaymentProps) {
  const { client } = useDesk();
  const { words, money } = useSpeech();
  const notify = useNotify();
  const [method, setMethod] = useMethod();
  const recording = useSend((body: { method: Method }, idempotencyKey) =>
    client.recordPayment({ path: { memberId, invoiceId: invoice.invoiceId }, body, idempotencyKey }),
  );
  async function record() {
    if (!(await recording.send({ method }))) return;
    notify({ text: words.payments.recorded(money(invoice.due)) });
    onClose();
    onPaid();
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={words.payments.desk}>
      <DialogForm
        onSubmit={() => void record()}
        onCancel={onClose}
        submit={words.payments.received(money(invoice.due))}
        busy={recording.busy}
        error={recording.error}
      >
        <Text size="sm">
          {(invoice.kind === 'order' ? words.payments.deskTextOrder : words.payments.deskText)(what)}
        </Text>
        <MethodChoice method={method} onChange={setMethod} />
      </DialogForm>
    </Dialog>
  );
}
