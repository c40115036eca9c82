import type { PastDueLine } from '../../../shared/contract/staff-operations.ts';
import { useWords } from '../app/page.ts';
import { PastDueRow } from './PastDueRow.tsx';
import styles from './PastDueTable.module.css';

interface PastDueTableProps {
  readonly lines: readonly PastDueLine[];
  readonly today: string;
  readonly timeZone: string;
}

/** A table where there is room, a card for each payment on a phone. The roles keep it a table for screen readers. */
export function PastDueTable({ lines, ...rest }: PastDueTableProps) {
  const w = useWords().pastDue;
  const columns = [w.client, w.amount, w.open, w.why, w.benefits, w.link, w.next];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards, browsers take the role away
    <table className={styles.table} role="table" aria-label={w.list}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {columns.map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">
        {lines.map((line) => (
          <PastDueRow key={line.invoiceId} line={line} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
