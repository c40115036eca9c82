import { ActionIcon, Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Download, FilePen, Mail, Printer, ReceiptText, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { StaffEstimateView } from '../../../shared/contract/estimate-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { estimateInWords } from '../../../shared/wording/describe-estimate.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { saveFile } from '../effects/save-file.ts';
import { useSend } from '../effects/send.ts';
import { PaperSheet } from '../invoices/PaperSheet.tsx';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { Tag } from '../parts/Tag.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { Facts } from '../profile/Facts.tsx';
import type { Step } from './EstimateStep.tsx';
import { toneOfEstimate } from './estimate-tone.ts';

interface EstimateDetailsProps {
  readonly page: MemberPage;
  readonly estimate: StaffEstimateView;
  readonly onStep: (step: Step | 'revise') => void;
}

/** The estimate as the client has it, what they said to it, and what comes next. Printing and saving are upper right. */
export function EstimateDetails({ page, estimate, onStep }: EstimateDetailsProps) {
  const { client, may } = useDesk();
  const { words, tongue, day, date } = useSpeech();
  const notify = useNotify();
  const w = words.estimates;
  const inside = useRef<HTMLDivElement>(null);
  useKeptFocus(inside);
  const { estimateId, state, taxChanged, answer, consent, sentBy, sentOn, validUntil } = estimate;
  const path = { memberId: page.memberId, estimateId };
  const downloading = useSend((_: 'pdf') => client.getEstimatePdf({ path }));
  async function download() {
    const file = await downloading.send('pdf');
    if (file) saveFile(file.fileName, file.base64, 'application/pdf');
  }
  const mailing = useSend((_: 'mail', idempotencyKey) => client.mailEstimate({ path, body: {}, idempotencyKey }));
  async function mail() {
    const reply = await mailing.send('mail');
    if (reply) notify({ text: w.mailed(reply.to) });
  }
  const { hasEmail = false, undeliverable } = page.billing ?? {};
  const collects = may('billing.collect');
  const isBillable = collects && (state === 'open' || state === 'accepted') && !taxChanged;
  const isOver = state === 'invoiced' || state === 'replaced';
  return (
    <Stack gap="lg" ref={inside}>
      <Group gap="xs" role="status">
        <Tag tone={toneOfEstimate[state]}>{w.states[state]}</Tag>
        <Text size="sm">{w.next[state]({ until: date(validUntil), on: date(answer?.on ?? sentOn) })}</Text>
      </Group>
      {state === 'open' && !hasEmail && <Alert color="orange">{w.noAddress}</Alert>}
      {state === 'open' && undeliverable && <Alert color="orange">{words.payments.undeliverable[undeliverable]}</Alert>}
      <Group gap="xs">
        {isBillable && (
          <Button
            size="compact-md"
            variant={state === 'accepted' ? 'filled' : 'default'}
            leftSection={<ReceiptText size={16} aria-hidden />}
            onClick={() => onStep('bill')}
          >
            {w.bill}
          </Button>
        )}
        {collects && !isOver && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<FilePen size={16} aria-hidden />}
            onClick={() => onStep('revise')}
          >
            {w.revise}
          </Button>
        )}
        {collects && state === 'open' && hasEmail && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<Mail size={16} aria-hidden />}
            loading={mailing.busy}
            onClick={() => void mail()}
          >
            {w.mailAgain}
          </Button>
        )}
        {collects && (state === 'open' || state === 'accepted') && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<Undo2 size={16} aria-hidden />}
            onClick={() => onStep('withdraw')}
          >
            {w.withdraw}
          </Button>
        )}
        <Group gap={4} ml="auto" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.invoices.print}
            title={words.invoices.print}
            onClick={() => globalThis.print()}
          >
            <Printer size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.invoices.download}
            title={words.invoices.download}
            loading={downloading.busy}
            onClick={() => void download()}
          >
            <Download size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Failure error={downloading.error ?? mailing.error} sent />
      {taxChanged && (state === 'open' || state === 'accepted') && <Alert color="orange">{w.taxChanged}</Alert>}
      <PaperSheet paper={estimateInWords(estimate, tongue)} />
      {(consent !== undefined || answer?.reason !== undefined) && (
        <Facts
          facts={[
            ...(consent === undefined ? [] : [[w.consent, consent] as const]),
            ...(answer?.reason === undefined ? [] : [[w.reason, answer.reason] as const]),
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        {w.sentBy(sentBy, day(sentOn, page.today))}
      </Text>
    </Stack>
  );
}
