import { ArrowLeft } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { isLetDo } from '../../../shared/domain/self-service.ts';
import { creditInWords } from '../../../shared/wording/describe.ts';
import { includedInWords } from '../../../shared/wording/describe-plan.ts';
import { dayBefore, formatDay, formatPrice } from '../../../shared/wording/format.ts';
import { Ask } from '../parts/ask.tsx';
import { Ending } from '../parts/ending.tsx';
import { ComingVersion } from '../parts/new-version.tsx';
import { ChangePlan, ComingPlan } from '../parts/plan-change.tsx';
import { Price } from '../parts/price.tsx';
import { Screen } from '../parts/screen.tsx';
import { Terms } from '../parts/terms.tsx';
import { usePortal } from '../portal-context.ts';
import { type Given, shownMemberships } from '../state/benefits.ts';
import { countedOf, usableBefore } from '../state/counted.ts';
import type { Own } from '../state/own.ts';

/** The plan’s main rules in normal language (001-079): what is included, what it costs, how it renews and ends. */
export function Plan(props: Own) {
  const { page } = usePortal().tongue.words;
  return (
    <Screen title={page.planInPlainWords} kind="narrow">
      <Link href="/portal" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.toMembership}
      </Link>
      {shownMemberships(props.memberships).map((membership) => (
        <OwnPlan key={membership.membershipId} membership={membership} own={props} />
      ))}
      <Ask memberships={props.memberships} />
    </Screen>
  );
}

function OwnPlan({ membership, own }: { membership: MembershipView; own: Own }) {
  const { business, tongue } = usePortal();
  const { page } = tongue.words;
  const { plan, period, nextBill, status, payment, lastBill, upcoming, pause } = membership;
  const wayOut = isLetDo('cancel', membership, business.features) ? 'online' : 'salon';
  // What was decided comes before the terms, what could be decided after them.
  const ends = membership.cancelledFor !== undefined || membership.usability === 'over';
  const first = upcoming === undefined ? plan.price : upcoming.total;
  const day = (date: string) => formatDay(date, own.today, tongue.locale);
  return (
    <article>
      <p class="muted">{plan.tier}</p>
      <h2>{plan.name}</h2>
      <Price plan={plan} lastBill={lastBill} />
      <ComingVersion membership={membership} own={own} />
      {ends && <Ending membership={membership} own={own} />}
      {plan.description !== undefined && <p class="lines">{plan.description}</p>}
      <h3>{page.included}</h3>
      <ul class="ticks">
        {includedInWords(plan, own.services, tongue).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Terms
        plan={plan}
        about={{ payment, wayOut, changesPlan: business.features.memberChangesPlan, lastBill }}
        services={own.services}
        level={3}
      />
      {/* One that ends has no next period, and a pause moves it. */}
      {!ends && pause === undefined && nextBill.kind !== 'ends_on' && nextBill.kind !== 'ended_on' && (
        <p class="muted">
          {(status === 'scheduled' || status === 'trial') && nextBill.kind === 'on'
            ? page.startsWithBill(day(nextBill.date), formatPrice(first, tongue.locale))
            : page.period(day(period.start), day(period.end))}
        </p>
      )}
      <UseBefore membership={membership} {...own} />
      <ComingPlan membership={membership} own={own} />
      <ChangePlan membership={membership} today={own.today} />
      {!ends && <Ending membership={membership} own={own} />}
    </article>
  );
}

/** For each benefit with something left, the first day on which it no longer counts (001-084). */
function UseBefore({ membership, credits, services, today }: Given & { membership: MembershipView }) {
  const { business, tongue } = usePortal();
  const { benefits } = tongue.words;
  const day = (date: string) => formatDay(date, today, tongue.locale);
  const ending = countedOf(membership).flatMap((benefit) => {
    const left = usableBefore(benefit, membership, credits);
    return left === undefined ? [] : [{ benefit, ...left }];
  });
  if (ending.length === 0) return null;
  return (
    <dl class="ends">
      {ending.map(({ benefit, units, before }) => (
        <div key={benefit.key}>
          <dt>
            {benefits.remaining(
              creditInWords({ ...benefit, units }, business.currency, services, tongue),
              units,
              undefined,
            )}
          </dt>
          <dd class="muted">
            {benefits.useBeforeShownDate}: {day(before)} · {benefits.lastDay(day(dayBefore(before)))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
