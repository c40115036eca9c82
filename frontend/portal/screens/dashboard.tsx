import type { OwnProfile } from '../../../shared/contract/views.ts';
import { Ask } from '../parts/ask.tsx';
import { Benefits } from '../parts/benefits.tsx';
import { ComingNext } from '../parts/coming-next.tsx';
import { History } from '../parts/history.tsx';
import { MembershipCard } from '../parts/membership-card.tsx';
import { PlanFacts } from '../parts/plan-facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePortal } from '../portal-context.ts';
import { type Given, shownMemberships } from '../state/benefits.ts';

/** A member’s first screen: the card, what can be used, what comes next, what has been (000-010). */
export function Dashboard(props: Given & { profile: OwnProfile }) {
  const { page } = usePortal().tongue.words;
  const { profile, today, credits, services } = props;
  const memberships = shownMemberships(props.memberships);
  const hasBenefitsLeft = credits.some(({ available }) => available > 0);
  return (
    <Screen title={page.membership} kind="wide">
      <div class="columns">
        <div class="side">
          {memberships.map((membership) => (
            <div key={membership.membershipId}>
              <MembershipCard membership={membership} profile={profile} />
              <PlanFacts membership={membership} today={today} hasBenefitsLeft={hasBenefitsLeft} />
            </div>
          ))}
        </div>
        <div class="main">
          <Benefits today={today} memberships={memberships} credits={credits} services={services} />
          {memberships.length > 0 && <ComingNext memberships={memberships} today={today} />}
          {/* Every change of the balance is a new line of the history: with another balance it is read again. */}
          <History
            key={credits.map(({ available }) => available).join()}
            memberId={profile.memberId}
            today={today}
            services={services}
          />
          <section aria-labelledby="billing">
            <h2 id="billing">{page.billingHistory}</h2>
            <p class="muted">{page.nothingBilled}</p>
          </section>
          <Ask />
        </div>
      </div>
    </Screen>
  );
}
