import type { CardView } from '../../../shared/contract/billing-views.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { upcomingInWords } from '../../../shared/wording/describe-upcoming.ts';
import { formatDay, formatPrice, relativeDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';

interface Given {
  readonly card: CardView | undefined;
  readonly today: string;
}

/** The next bill exactly as it will be charged, or the reason why there is none (000-007, 000-011). */
export function ComingNext({ memberships, ...given }: Given & { memberships: readonly MembershipView[] }) {
  const { page } = usePortal().tongue.words;
  return (
    <section aria-labelledby="next" class="coming">
      <h2 id="next">{page.comingNext}</h2>
      {memberships.map((membership) => (
        <dl key={membership.membershipId} class="next">
          <dt>
            {isFirst(membership) ? page.firstBill : page.nextBill}
            {memberships.length > 1 && ` · ${membership.plan.name}`}
          </dt>
          <Bill membership={membership} {...given} />
        </dl>
      ))}
    </section>
  );
}

/** Nothing has been billed yet: it has not begun, or its trial runs. */
const isFirst = ({ status }: MembershipView): boolean => status === 'scheduled' || status === 'trial';

function Bill({ membership, card, today }: Given & { membership: MembershipView }) {
  const { tongue } = usePortal();
  const { words, locale } = tongue;
  const { plan, nextBill, upcoming, open, payment } = membership;
  const day = (date: string) => formatDay(date, today, locale);
  if (nextBill.kind === 'due_since' && open !== undefined) {
    return (
      <>
        <dd class="headline">{words.billing.upcoming.dueHeadline(day(nextBill.date))}</dd>
        <dd>{words.billing.upcoming.dueSentence}</dd>
      </>
    );
  }
  const { headline, sentence } = words.standing.nextBill(nextBill, {
    // A bill that is not made yet is that of a regular period, with its tax.
    amount: formatPrice({ ...plan.price, amount: plan.rules.gross }, locale),
    first: isFirst(membership),
    day,
  });
  // Where a pause has an end, the bill after it is known.
  const charged = nextBill.kind === 'on' || nextBill.kind === 'paused_until' ? upcoming : undefined;
  const on = nextBill.kind === 'on' ? nextBill.date : charged?.on;
  return (
    <>
      <dd class="headline">
        {nextBill.kind === 'paused_until' && on !== undefined ? day(on) : headline}
        {on !== undefined && <span class="muted"> {relativeDay(on, today, locale)}</span>}
      </dd>
      {nextBill.kind === 'paused_until' && charged !== undefined && <dd>{sentence}</dd>}
      <dd>{charged === undefined ? sentence : upcomingInWords(charged, { mode: payment, card }, tongue).join(' ')}</dd>
    </>
  );
}
