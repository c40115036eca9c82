import { useId } from 'preact/hooks';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { cancellationInWords } from '../../../shared/wording/describe-cancellation.ts';
import { usePortal } from '../portal-context.ts';
import type { Own } from '../state/own.ts';

/** What a cancellation does, or has done: until when, what is paid and paid back, what becomes of what is left (000-050). */
export function CancellationFacts(props: { view: CancellationView; membership: MembershipView; own: Own }) {
  const { business, tongue } = usePortal();
  const { services, today } = props.own;
  const { plan } = props.membership;
  const { rows, left } = cancellationInWords(
    props.view,
    { plan, services, today, currency: business.currency },
    tongue,
  );
  const id = useId();
  return (
    <div class="ending">
      <dl class="facts-list">
        {rows.map(({ label, value, detail }) => (
          <div key={`${label} ${detail}`}>
            <dt>
              {label}
              {detail !== undefined && <span>{detail}</span>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 id={id}>{left.heading}</h2>
      <ul class="ticks" aria-labelledby={id}>
        {left.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
