import { ArrowRight } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { priceInWords } from '../../../shared/wording/describe-price.ts';
import { dayBefore, formatDay } from '../../../shared/wording/format.ts';
import { usePortal } from '../portal-context.ts';
import { cancelScreen, endLink, neverBegins } from '../state/cancellation.ts';

/** Beneath the card: whether benefits can be used now, the price, the way back from a cancellation and to the plan’s terms. */
export function PlanFacts(props: { membership: MembershipView; today: string; hasBenefitsLeft: boolean }) {
  const { membership, today } = props;
  const { business, tongue } = usePortal();
  const { words, locale } = tongue;
  const { plan, status, nextBill, open, cancelledFor } = membership;
  const startsOn = formatDay(membership.since, today, locale);
  const renewsOn = nextBill.kind === 'on' ? formatDay(nextBill.date, today, locale) : undefined;
  const trialUntil = nextBill.kind === 'on' ? formatDay(dayBefore(nextBill.date), today, locale) : undefined;
  const lastDay = cancelledFor && formatDay(cancelledFor, today, locale);
  // A pause that stands above has its last day and its link itself.
  const endsBy = membership.pause === undefined ? endLink(membership, business.features) : undefined;
  const { hasBenefitsLeft } = props;
  // What needs attention, and a pause, stand directly above, with what they mean for the benefits.
  const saidAbove = (open !== undefined && (status === 'past_due' || status === 'unpaid')) || status === 'paused';
  return (
    <div class="facts">
      {!saidAbove && (
        <p class="usability">
          {neverBegins(membership)
            ? words.cancellation.willNotBegin
            : words.standing.usability[status]({ startsOn, hasBenefitsLeft, renewsOn, trialUntil, lastDay })}
        </p>
      )}
      {endsBy !== undefined && lastDay !== undefined && status !== 'cancelling' && !neverBegins(membership) && (
        <p>{words.cancellation.runs(words.cancellation.facts.untilIncluding(lastDay))}</p>
      )}
      {endsBy !== undefined && (
        <Link href={cancelScreen(membership)} class="more">
          {words.cancellation[endsBy]}
          <ArrowRight aria-hidden="true" size={18} />
        </Link>
      )}
      <p>{priceInWords(plan, plan.rules.tax, tongue)}</p>
      {membership.since <= today && <p class="muted">{words.page.memberSince(startsOn)}</p>}
      <Link href="/portal/plan" class="more">
        {words.page.planInPlainWords}
        <ArrowRight aria-hidden="true" size={18} />
      </Link>
    </div>
  );
}
