import type { InvoiceLine } from '../../../shared/domain/invoice.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { totalsInWords } from '../../../shared/wording/describe-invoice-amounts.ts';
import { useSpeech } from '../app/page.ts';
import page from '../parts/Page.module.css';
import styles from './EstimateForm.module.css';

interface EstimateTotalsProps {
  readonly lines: readonly InvoiceLine[];
  /** Minor units. */
  readonly total: number;
  readonly currency: Currency;
}

/** What the lines come to, in the words of the paper that the client gets. */
export function EstimateTotals({ lines, total, currency }: EstimateTotalsProps) {
  const { words, tongue } = useSpeech();
  const of = (amount: number) => ({ amount, currency });
  const net = lines.reduce((sum, line) => sum + line.net, 0);
  const priced = { lines: [...lines], net: of(net), total: of(total), due: of(0), fromAccountCredit: of(0) };
  return (
    <section aria-live="polite" aria-label={words.estimates.comesTo} className={page.effect}>
      <dl className={styles.totals}>
        {totalsInWords(priced, tongue).map(({ label, amount, strong }) => (
          <div key={label} data-strong={strong}>
            <dt>{label}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
