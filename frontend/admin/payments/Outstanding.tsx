import { Button, Title } from '@mantine/core';
import { CircleAlert, CreditCard, Send } from 'lucide-react';
import { useId, useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Failure } from '../parts/Failure.tsx';
import { LinkState } from './LinkState.tsx';
import { OpenInvoiceLine } from './OpenInvoiceLine.tsx';
import { type Billing, openInvoices, sumOf } from './open-payments.ts';
import styles from './Payments.module.css';
import { usePaymentLink } from './use-payment-link.ts';
import { VoidLinks } from './VoidLinks.tsx';

interface OutstandingProps {
  readonly page: MemberPage;
  readonly billing: Billing;
  readonly reload: () => void;
  readonly onUpdateCard: () => void;
}

/** “Outstanding Balance”: every open invoice, why, what comes next, and what can be done now (002-025, 000-047, 000-048). */
export function Outstanding({ page, billing, reload, onUpdateCard }: OutstandingProps) {
  const { may, settings } = useDesk();
  const { words, money } = useSpeech();
  const w = words.payments;
  const id = useId();
  const link = usePaymentLink(page.memberId, reload);
  const [voiding, setVoiding] = useState(false);
  const sum = { amount: sumOf(billing.open), currency: settings.business.currency };
  const lines = openInvoices(page, billing);
  // A mailed link and a new card settle what memberships owe, nothing else.
  const isCollected = lines.some(({ invoice }) => invoice.kind === 'membership');
  const collects = may('billing.collect');
  return (
    <section className={styles.outstanding} aria-labelledby={id}>
      <div className={styles.head}>
        <Title order={3} id={id} className={styles.title}>
          <CircleAlert size={18} aria-hidden />
          {w.outstanding}
        </Title>
        <span className={styles.sum}>{money(sum)}</span>
      </div>
      <ul className={styles.invoices}>
        {lines.map((line) => (
          <OpenInvoiceLine key={line.invoice.invoiceId} line={line} page={page} billing={billing} onChanged={reload} />
        ))}
      </ul>
      {isCollected && (
        <div className={styles.member}>
          <LinkState billing={billing} />
          <Failure error={voiding ? undefined : link.error} sent />
          {collects && billing.connected && (
            <div className={styles.actions}>
              <Button size="compact-md" leftSection={<CreditCard size={16} aria-hidden />} onClick={onUpdateCard}>
                {billing.card === undefined ? w.addCard : w.updateCard}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                leftSection={<Send size={16} aria-hidden />}
                loading={link.busy}
                onClick={() => void link.send()}
              >
                {billing.link === undefined ? w.send : w.resend}
              </Button>
              {billing.link !== undefined && (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setVoiding(true)}>
                  {w.voidLinks}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      <VoidLinks opened={voiding} link={link} onClose={() => setVoiding(false)} />
    </section>
  );
}
