import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { PlanView, ServiceView } from '../../../shared/contract/views.ts';
import { includedInWords } from '../../../shared/wording/describe-plan.ts';
import { ContactLinks } from '../parts/contact-links.tsx';
import { Failed } from '../parts/failed.tsx';
import { Price } from '../parts/price.tsx';
import { Screen } from '../parts/screen.tsx';
import { Terms } from '../parts/terms.tsx';
import { usePortal } from '../portal-context.ts';
import { useLoad } from '../state/use-load.ts';

/** The salon’s own page: greeting, the plans on offer with their rules, how to get in touch. */
export function FrontPage() {
  const { business, side, tongue } = usePortal();
  const { page } = tongue.words;
  const [offer, again] = useLoad(() => side.public.listPlans({}), 'plans');
  const { tagline, welcome } = business.brand;
  const isLoading = offer.kind === 'loading';
  const plans = useRef<HTMLHeadingElement>(null);
  // The browser itself only follows a fragment when a document loads, and by then nothing of the page is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more with the plans, which give the page its height
  useEffect(() => {
    if (location.hash !== '#memberships') return;
    plans.current?.focus();
    plans.current?.scrollIntoView();
  }, [isLoading]);
  return (
    <Screen title={business.name} heading="hidden" kind="wide">
      <div class="hero">
        <p class="hero-title">{tagline ?? business.name}</p>
        {welcome !== undefined && <p class="lines">{welcome}</p>}
      </div>
      <section aria-labelledby="memberships" aria-busy={isLoading}>
        <h2 id="memberships" ref={plans} tabIndex={-1}>
          {page.plansOnOffer}
        </h2>
        {offer.kind === 'failed' && <Failed error={offer.error} again={again} />}
        {isLoading && <div class="shell-card" aria-hidden="true" />}
        {offer.kind === 'ready' && offer.value.plans.length === 0 && <p class="muted">{page.noPlans}</p>}
        {offer.kind === 'ready' && offer.value.plans.length > 0 && (
          <>
            <ul class="plans">
              {offer.value.plans.map((plan) => (
                <Plan key={plan.planId} plan={plan} services={offer.value.services} />
              ))}
            </ul>
            <p>{business.takesCards ? page.howToJoinHere : page.howToJoin}</p>
          </>
        )}
      </section>
      <section aria-labelledby="contact">
        <h2 id="contact">{page.contact}</h2>
        <ContactLinks all />
      </section>
    </Screen>
  );
}

function Plan({ plan, services }: { plan: PlanView; services: readonly ServiceView[] }) {
  const { business, tongue } = usePortal();
  const { agreement, page } = tongue.words;
  return (
    <li>
      <p class="muted">{plan.tier}</p>
      <h3>{plan.name}</h3>
      <Price plan={plan} />
      {plan.description !== undefined && <p class="lines">{plan.description}</p>}
      <ul class="ticks">
        {includedInWords(plan, services, tongue).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <details>
        <summary>{page.goodToKnow}</summary>
        <Terms
          plan={plan}
          about={{
            ...(business.takesCards
              ? { payment: 'card', wayOut: 'either' }
              : { payment: 'at_the_desk', wayOut: 'salon' }),
            changesPlan: business.features.memberChangesPlan,
          }}
          services={services}
          level={4}
        />
      </details>
      {business.takesCards && (
        <Link href={`/portal/join/${plan.planId}`} class="primary" aria-label={agreement.joining.joinPlan(plan.name)}>
          {agreement.joining.join}
        </Link>
      )}
    </li>
  );
}
