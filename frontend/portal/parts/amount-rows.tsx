import type { PaperAmount, PaperRow } from '../../../shared/wording/describe-invoice-amounts.ts';

/** Rows of a table: what, and how much. */
export function AmountRows({ rows }: { rows: readonly PaperRow[] }) {
  return (
    <>
      {rows.map(({ description, detail, amount }) => (
        <tr key={`${description} ${detail}`}>
          <th scope="row">
            {description}
            {detail !== undefined && <span class="muted">{detail}</span>}
          </th>
          <td>{amount}</td>
        </tr>
      ))}
    </>
  );
}

export function TotalRows({ totals }: { totals: readonly PaperAmount[] }) {
  return (
    <>
      {totals.map(({ label, amount, strong }) => (
        <tr key={label} class={strong === true ? 'strong' : undefined}>
          <th scope="row">{label}</th>
          <td>{amount}</td>
        </tr>
      ))}
    </>
  );
}
