import { Fragment } from 'preact';
import type { InvoicePaper as Paper, PaperPart } from '../../../shared/wording/describe-invoice.ts';
import { usePortal } from '../portal-context.ts';
import { AmountRows, TotalRows } from './amount-rows.tsx';
import { Logo } from './logo.tsx';

/** The document itself, in the salon’s brand, the same on the page and on paper. */
export function InvoicePaper({ paper }: { paper: Paper }) {
  const { business } = usePortal();
  const [seller, ...address] = paper.seller;
  return (
    <article class="paper">
      <header>
        <p class="brand">
          <Logo height={36} />
          <span>{business.name}</span>
        </p>
        <h2>
          {paper.title.split(' ').map((word) => (
            <Fragment key={word}>
              <span>{word}</span>{' '}
            </Fragment>
          ))}
        </h2>
        <p>{paper.state}</p>
      </header>
      <div class="parties">
        <address>
          <strong>{seller}</strong>
          {address.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
        <Lines part={paper.buyer} />
      </div>
      <dl class="facts-list">
        {paper.facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table class="amounts">
        <thead>
          <tr>
            <th scope="col">{paper.columns.description}</th>
            <th scope="col">{paper.columns.amount}</th>
          </tr>
        </thead>
        <tbody>
          <AmountRows rows={paper.rows} />
        </tbody>
        <tfoot>
          <TotalRows totals={paper.totals} />
        </tfoot>
      </table>
      {paper.refunds !== undefined && (
        <table class="amounts">
          <caption>{paper.refunds.heading}</caption>
          <tbody>
            <AmountRows rows={paper.refunds.lines} />
          </tbody>
        </table>
      )}
      {paper.remark !== undefined && <Lines part={paper.remark} />}
      {paper.granted !== undefined && <Lines part={paper.granted} />}
      {paper.cancel !== undefined && <Lines part={paper.cancel} />}
      {paper.notes.map((note) => (
        <p key={note} class="rule">
          {note}
        </p>
      ))}
    </article>
  );
}

function Lines({ part }: { part: PaperPart<string> }) {
  return (
    <div class="part">
      <h3>{part.heading}</h3>
      {part.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
