import { Title } from '@mantine/core';
import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import lines from '../parts/Lines.module.css';
import { Tag } from '../parts/Tag.tsx';
import { declineWords } from '../payments/payment-words.ts';

/** Every try to collect the invoice: when, why then, what came of it. */
export function Attempts({ attempts }: Pick<StaffInvoiceView, 'attempts'>) {
  const { settings } = useDesk();
  const { words, money, instant } = useSpeech();
  const w = words.invoices;
  if (attempts.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {w.attempts}
      </Title>
      <ul className={lines.lines}>
        {attempts.toReversed().map((attempt) => (
          <li key={attempt.n} className={`${lines.line} ${lines.wraps}`}>
            <div className={lines.main}>
              <span>{instant(attempt.at, settings.business.timeZone)}</span>
              <span className={lines.quiet}>
                {[w.triggers[attempt.trigger], attempt.outcome === 'declined' && declineWords(attempt, words.payments)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <Tag tone={attempt.outcome === 'succeeded' ? 'good' : 'bad'}>{w.outcomes[attempt.outcome]}</Tag>
            <span className={lines.number}>{money(attempt.amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
