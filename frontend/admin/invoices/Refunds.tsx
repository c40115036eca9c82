import { Title } from '@mantine/core';
import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Tag } from '../parts/Tag.tsx';

/** What was given back of a payment, newest first. */
export function Refunds({ invoice: { refunds, total } }: { invoice: Pick<StaffInvoiceView, 'refunds' | 'total'> }) {
  const { settings } = useDesk();
  const { words, money, instant } = useSpeech();
  const w = words.invoices;
  if (refunds.length === 0) return null;
  const write = (amount: number) => money({ amount, currency: total.currency });
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {w.refunds}
      </Title>
      <ul className={lines.lines}>
        {refunds.toReversed().map((refund) => (
          <li key={refund.n} className={lines.line}>
            <div className={lines.main}>
              <span>{instant(refund.at, settings.business.timeZone)}</span>
              {refund.toAccountCredit > 0 && (
                <span className={lines.quiet}>{w.toAccountCredit(write(refund.toAccountCredit))}</span>
              )}
            </div>
            <Tag tone={refund.state === 'failed' ? 'bad' : refund.state === 'done' ? 'good' : 'care'}>
              {w.refundStates[refund.state]}
            </Tag>
            <span className={lines.number}>{write(refund.amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
