import { Link } from 'wouter-preact';
import type { EstimateSummary } from '../../../shared/contract/estimate-views.ts';
import { formatDay, formatMoney } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';

/** What the salon has offered, newest first; what waits for an answer stands out. */
export function EstimateList({ items, today }: { items: readonly EstimateSummary[]; today: string }) {
  const { words, locale } = usePortal().tongue;
  const { estimates } = words;
  if (items.length === 0) return <p class="empty muted">{estimates.none}</p>;
  return (
    <ul class="payments estimates">
      {items.map(({ estimateId, title, sentOn, validUntil, total, state }) => (
        <li key={estimateId} class="payment">
          <Link href={`/portal/payments/estimates/${estimateId}`}>
            <span class="what">
              <strong>{title}</strong>
              <span class="muted">{estimates.ofDay(formatDay(sentOn, today, locale))}</span>
              <span class={state === 'open' ? 'state soon' : 'state muted'}>
                {estimates.state[state]}
                {state === 'open' && ` ${estimates.until(formatDay(validUntil, today, locale))}`}
              </span>
            </span>
            <span class="how-much">
              <strong>{formatMoney(total, locale)}</strong>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
