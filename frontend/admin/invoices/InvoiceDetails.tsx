import { Button, Group, Stack } from '@mantine/core';
import { Download, Mail, Printer, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { saveFile } from '../effects/save-file.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { Attempts } from './Attempts.tsx';
import { InvoiceSheet } from './InvoiceSheet.tsx';
import { Refunds } from './Refunds.tsx';

interface InvoiceDetailsProps {
  readonly page: MemberPage;
  readonly invoice: StaffInvoiceView;
  readonly onRefund: () => void;
}

/** The invoice as the client has it, what was tried to collect it, and what can be done with it. */
export default function InvoiceDetails({ page, invoice, onRefund }: InvoiceDetailsProps) {
  const { client, may } = useDesk();
  const words = useWords().invoices;
  const notify = useNotify();
  const inside = useRef<HTMLDivElement>(null);
  useKeptFocus(inside);
  const path = { memberId: page.memberId, invoiceId: invoice.invoiceId };
  const downloading = useSend((_: 'pdf') => client.getInvoicePdf({ path }));
  const mailing = useSend((_: 'mail', idempotencyKey) => client.sendReceipt({ path, body: {}, idempotencyKey }));

  async function download() {
    const file = await downloading.send('pdf');
    if (file) saveFile(file.fileName, file.base64, 'application/pdf');
  }
  async function mail() {
    const reply = await mailing.send('mail');
    if (reply) notify({ text: words.mailed(reply.to) });
  }

  return (
    <Stack gap="lg" ref={inside}>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={downloading.busy}
          onClick={() => void download()}
        >
          {words.download}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Printer size={16} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {words.print}
        </Button>
        {(invoice.paidOn !== undefined || (invoice.kind === 'order' && invoice.state === 'open')) && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<Mail size={16} aria-hidden />}
            loading={mailing.busy}
            onClick={() => void mail()}
          >
            {words.mailAgain}
          </Button>
        )}
        {invoice.refundable.amount > 0 && may('billing.refund') && (
          <Button size="compact-md" variant="default" leftSection={<Undo2 size={16} aria-hidden />} onClick={onRefund}>
            {words.refund}
          </Button>
        )}
      </Group>
      <Failure error={downloading.error ?? mailing.error} sent />
      <InvoiceSheet invoice={invoice} services={page.services} />
      <Refunds invoice={invoice} />
      <Attempts attempts={invoice.attempts} />
    </Stack>
  );
}
