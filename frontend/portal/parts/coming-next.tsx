import type { MembershipView } from '../../../shared/contract/views.ts';
import { formatDay, formatPrice, relativeDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';

/** The next bill with its amount, or the reason why there is none (000-007, 000-011). */
export function ComingNext({ memberships, today }: { memberships: readonly MembershipView[]; today: string }) {
  const { words, locale } = usePortal().tongue;
  return (
    <section aria-labelledby="next" class="coming">
      <h2 id="next">{words.page.comingNext}</h2>
      {memberships.map(({ membershipId, plan, nextBill, status }) => {
        const { headline, sentence } = words.standing.nextBill(nextBill, {
          amount: formatPrice(plan.price, locale),
          first: status === 'scheduled',
          day: (date) => formatDay(date, today, locale),
        });
        return (
          <dl key={membershipId} class="next">
            <dt>
              {status === 'scheduled' ? words.page.firstBill : words.page.nextBill}
              {memberships.length > 1 && ` · ${plan.name}`}
            </dt>
            <dd class="headline">
              {headline}
              {nextBill.kind === 'on' && <span class="muted"> {relativeDay(nextBill.date, today, locale)}</span>}
            </dd>
            <dd>{sentence}</dd>
          </dl>
        );
      })}
    </section>
  );
}
