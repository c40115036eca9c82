import type { InvoiceLine } from '../../../shared/domain/invoice.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { rowsInWords, totalsInWords } from '../../../shared/wording/describe-invoice-amounts.ts';
import { usePortal } from '../portal-context.ts';
import { AmountRows, TotalRows } from './amount-rows.tsx';

/** What is paid on joining, line by line, worded as the receipt will word it. */
export function PriceTable({ lines, total }: { lines: readonly InvoiceLine[]; total: Money }) {
  const { tongue } = usePortal();
  const { currency } = total;
  const money = (amount: number): Money => ({ amount, currency });
  const priced = {
    lines: [...lines],
    total,
    net: money(lines.reduce((sum, { net }) => sum + net, 0)),
    due: money(0),
    fromAccountCredit: money(0),
  };
  const { description, amount } = tongue.words.invoices;
  return (
    <table class="amounts">
      <thead class="hidden">
        <tr>
          <th scope="col">{description}</th>
          <th scope="col">{amount}</th>
        </tr>
      </thead>
      <tbody>
        <AmountRows rows={rowsInWords(priced, tongue)} />
      </tbody>
      <tfoot>
        <TotalRows totals={totalsInWords(priced, tongue)} />
      </tfoot>
    </table>
  );
}
