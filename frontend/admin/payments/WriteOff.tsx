import { Text } from '@mantine/core';
import type { InvoiceSummary } from '../../../shared/contract/billing-views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';

interface WriteOffProps {
  readonly opened: boolean;
  readonly memberId: string;
  readonly invoice: InvoiceSummary;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Writes an open invoice off, after saying what that means. */
export function WriteOff({ opened, memberId, invoice, onClose, onDone }: WriteOffProps) {
  const { client } = useDesk();
  const { words, money } = useSpeech();
  const notify = useNotify();
  const w = words.payments;
  const amount = money(invoice.due);
  const writingOff = useSend((_: 'void', idempotencyKey) =>
    client.voidInvoice({ path: { memberId, invoiceId: invoice.invoiceId }, body: {}, idempotencyKey }),
  );
  async function writeOff() {
    if (!(await writingOff.send('void'))) return;
    notify({ text: w.writtenOff(amount) });
    onClose();
    onDone();
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={w.writeOffTitle(amount)}>
      <DialogForm
        onSubmit={() => void writeOff()}
        onCancel={onClose}
        submit={w.writeOff}
        busy={writingOff.busy}
        error={writingOff.error}
        danger
      >
        <Text size="sm">{invoice.kind === 'order' ? w.writeOffOrder : w.writeOffText}</Text>
      </DialogForm>
    </Dialog>
  );
}
