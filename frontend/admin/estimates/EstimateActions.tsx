import { ActionIcon, Button, Group } from '@mantine/core';
import { Download, FilePen, type LucideIcon, Mail, Printer, ReceiptText, Undo2 } from 'lucide-react';
import type { StaffEstimateView } from '../../../shared/contract/estimate-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { saveFile } from '../effects/save-file.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import type { Step } from './EstimateStep.tsx';

interface EstimateActionsProps {
  readonly page: MemberPage;
  readonly estimate: StaffEstimateView;
  readonly onStep: (step: Step | 'revise') => void;
}

/** What can be done with an estimate as it stands. Printing and saving are upper right. */
export function EstimateActions({ page, estimate, onStep }: EstimateActionsProps) {
  const { client, may } = useDesk();
  const { invoices, estimates: w } = useWords();
  const notify = useNotify();
  const { estimateId, state, taxChanged } = estimate;
  const path = { memberId: page.memberId, estimateId };
  const downloading = useSend((_: 'pdf') => client.getEstimatePdf({ path }));
  const mailing = useSend((_: 'mail', idempotencyKey) => client.mailEstimate({ path, body: {}, idempotencyKey }));
  async function download() {
    const file = await downloading.send('pdf');
    if (file) saveFile(file.fileName, file.base64, 'application/pdf');
  }
  async function mail() {
    const reply = await mailing.send('mail');
    if (reply) notify({ text: w.mailed(reply.to) });
  }
  const collects = may('billing.collect');
  const isLive = collects && (state === 'open' || state === 'accepted');
  const isOver = state === 'invoiced' || state === 'replaced';
  return (
    <>
      <Group gap="xs">
        {isLive && !taxChanged && (
          <Act icon={ReceiptText} label={w.bill} first={state === 'accepted'} onClick={() => onStep('bill')} />
        )}
        {collects && !isOver && <Act icon={FilePen} label={w.revise} onClick={() => onStep('revise')} />}
        {collects && state === 'open' && page.billing?.hasEmail && (
          <Act icon={Mail} label={w.mailAgain} busy={mailing.busy} onClick={() => void mail()} />
        )}
        {isLive && <Act icon={Undo2} label={w.withdraw} onClick={() => onStep('withdraw')} />}
        <Group gap={4} ml="auto" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={invoices.print}
            title={invoices.print}
            onClick={() => globalThis.print()}
          >
            <Printer size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={invoices.download}
            title={invoices.download}
            loading={downloading.busy}
            onClick={() => void download()}
          >
            <Download size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Failure error={downloading.error ?? mailing.error} sent />
    </>
  );
}

interface ActProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly busy?: boolean;
  /** What usually comes next. */
  readonly first?: boolean;
}

function Act({ icon: Icon, label, onClick, busy = false, first = false }: ActProps) {
  return (
    <Button
      size="compact-md"
      variant={first ? 'filled' : 'default'}
      leftSection={<Icon size={16} aria-hidden />}
      loading={busy}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
