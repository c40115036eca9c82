import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import type { ServiceView } from '../../../shared/contract/views.ts';
import { invoiceInWords } from '../../../shared/wording/describe-invoice.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Facts } from '../profile/Facts.tsx';
import styles from './InvoiceSheet.module.css';

interface InvoiceSheetProps {
  readonly invoice: StaffInvoiceView;
  readonly services: readonly ServiceView[];
}

/** The invoice or receipt itself, in the words of its PDF (rule M7). Prints alone. */
export function InvoiceSheet({ invoice, services }: InvoiceSheetProps) {
  const { timeZone, contact } = useDesk().settings.business;
  const { tongue } = useSpeech();
  const paper = invoiceInWords(invoice, { services, tongue, timeZone, contact });
  return (
    <article className={styles.sheet} data-print>
      <h3 className={styles.printed}>{paper.title}</h3>
      <div className={styles.parties}>
        <address className={styles.seller}>{paper.seller.join('\n')}</address>
        <Facts facts={[...paper.facts, [paper.buyer.heading, paper.buyer.lines.join('\n')]]} />
      </div>
      <p className={styles.state}>{paper.state}</p>
      <table className={styles.lines}>
        <tbody>
          {paper.rows.map(({ description, detail, amount }) => (
            <tr key={`${description} ${detail}`}>
              <th scope="row">
                {description}
                {detail !== undefined && <span className={styles.detail}>{detail}</span>}
              </th>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {paper.totals.map(({ label, amount, strong }) => (
            <tr key={label} data-strong={strong}>
              <th scope="row">{label}</th>
              <td>{amount}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      {paper.granted && (
        <div>
          <h4 className={styles.small}>{paper.granted.heading}</h4>
          <ul className={styles.list}>
            {paper.granted.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {paper.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </article>
  );
}
