import type { InvoicePaper } from '../../../shared/wording/describe-invoice.ts';
import { Facts } from '../profile/Facts.tsx';
import styles from './PaperSheet.module.css';

/** A paper as its PDF says it. Prints alone. */
export function PaperSheet({ paper }: { paper: InvoicePaper }) {
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
      {paper.remark && (
        <div>
          <h4 className={styles.small}>{paper.remark.heading}</h4>
          {paper.remark.lines.map((line) => (
            <p key={line} className={styles.said}>
              {line}
            </p>
          ))}
        </div>
      )}
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
