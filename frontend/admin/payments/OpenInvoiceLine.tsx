import { Alert, Button } from '@mantine/core';
import { Banknote, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { invoiceSubject } from '../invoices/invoice-words.ts';
import { Failure } from '../parts/Failure.tsx';
import { DeskPayment } from './DeskPayment.tsx';
import { canTryAgain, nextStepOf } from './next-step.ts';
import { type Billing, type OpenInvoice, sinceOf } from './open-payments.ts';
import styles from './Payments.module.css';
import { accessWords, nextWords } from './payment-words.ts';
import { useRetry } from './use-retry.ts';
import { WriteOff } from './WriteOff.tsx';

interface OpenInvoiceLineProps {
  readonly line: OpenInvoice;
  readonly page: MemberPage;
  readonly billing: Billing;
  readonly onChanged: () => void;
}

/** One open invoice: how much, since when, why, what comes next, and what can be done with it. */
export function OpenInvoiceLine({ line, page, billing, onChanged }: OpenInvoiceLineProps) {
  const { may, settings } = useDesk();
  const { words, money, date } = useSpeech();
  const w = words.payments;
  const [asking, setAsking] = useState<'desk' | 'write_off'>();
  const { invoice, open, membership } = line;
  const { memberId, today } = page;
  const retry = useRetry({ memberId, invoiceId: invoice.invoiceId }, onChanged);
  const what = invoiceSubject(invoice, words);
  const since = sinceOf(line);
  const next = open && nextStepOf(open, today, settings.business.policies);
  const busy = membership?.paymentInProgress ?? false;
  const close = () => setAsking(undefined);
  const access = membership && accessWords(membership, page.credits, date, w);

  return (
    <li className={styles.invoice}>
      <div className={styles.line}>
        <span className={styles.what}>{what}</span>
        <span className={styles.amount}>{money(invoice.due)}</span>
      </div>
      <p className={styles.quiet}>{w.openSince(date(since), daysBetween(since, today))}</p>
      {busy ? (
        <p className={styles.words}>{w.inProgress}</p>
      ) : (
        open && (
          <>
            <p className={styles.words}>
              {next?.kind === 'ends' && open.reason === 'declined' ? w.triesUsedUp : w.reason[open.reason]}
            </p>
            {next && <p className={styles.words}>{nextWords(next, date, w)}</p>}
          </>
        )
      )}
      {access && <p className={styles.quiet}>{access}</p>}
      {retry.result && (
        <Alert color={retry.result.good ? 'green' : 'orange'} role="status">
          {retry.result.text}
        </Alert>
      )}
      <Failure error={retry.error} sent />
      {busy ? (
        <div className={styles.actions}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<RefreshCw size={14} aria-hidden />}
            onClick={onChanged}
          >
            {w.lookAgain}
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          {may('billing.collect') &&
            billing.card !== undefined &&
            invoice.kind !== 'order' &&
            canTryAgain(open?.reason) && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<RefreshCw size={14} aria-hidden />}
                aria-label={w.retryOf(what)}
                loading={retry.busy}
                onClick={() => void retry.send()}
              >
                {w.retry}
              </Button>
            )}
          {may('billing.collect') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Banknote size={14} aria-hidden />}
              aria-label={w.deskOf(what)}
              onClick={() => setAsking('desk')}
            >
              {w.desk}
            </Button>
          )}
          {may('billing.refund') && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={w.writeOffOf(what)}
              onClick={() => setAsking('write_off')}
            >
              {w.writeOff}
            </Button>
          )}
        </div>
      )}
      <DeskPayment
        opened={asking === 'desk'}
        memberId={memberId}
        invoice={invoice}
        what={what}
        onClose={close}
        onPaid={onChanged}
      />
      <WriteOff
        opened={asking === 'write_off'}
        memberId={memberId}
        invoice={invoice}
        onClose={close}
        onDone={onChanged}
      />
    </li>
  );
}
