import { ArrowLeft } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { includedInWords, rulesInWords } from '../../../shared/wording/describe-plan.ts';
import { formatDay, formatPrice } from '../../../shared/wording/format.ts';
import { Ask } from '../parts/ask.tsx';
import { Screen } from '../parts/screen.tsx';
import { Upgrade } from '../parts/upgrade.tsx';
import { usePortal } from '../portal-context.ts';
import { type Given, shownMemberships } from '../state/benefits.ts';

/** The plan’s main rules in normal language (001-079): what is included, what it costs, how it renews and ends. */
export function Plan(props: Given) {
  const { tongue } = usePortal();
  const { page, plans } = tongue.words;
  return (
    <Screen title={page.planInPlainWords} kind="narrow">
      <Link href="/portal" class="more">
        <ArrowLeft aria-hidden="true" size={18} />
        {page.toMembership}
      </Link>
      {shownMemberships(props.memberships).map(({ membershipId, plan, period }) => (
        <article key={membershipId}>
          <p class="muted">{plan.tier}</p>
          <h2>{plan.name}</h2>
          <p class="price">{plans.pricePer(formatPrice(plan.price, tongue.locale), plan.interval)}</p>
          {plan.description !== undefined && <p class="lines">{plan.description}</p>}
          <h3>{page.included}</h3>
          <ul class="ticks">
            {includedInWords(plan, props.services, tongue).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h3>{page.goodToKnow}</h3>
          {rulesInWords(plan, tongue).map((rule) => (
            <p key={rule}>{rule}</p>
          ))}
          <p class="muted">
            {page.period(
              formatDay(period.start, props.today, tongue.locale),
              formatDay(period.end, props.today, tongue.locale),
            )}
          </p>
          <Upgrade plan={plan} />
        </article>
      ))}
      <Ask />
    </Screen>
  );
}
