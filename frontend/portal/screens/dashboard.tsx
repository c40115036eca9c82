import { useState } from 'preact/hooks';
import { canUseSome } from '../../common/benefits-left.ts';
import { AccountCredit } from '../parts/account-credit.tsx';
import { AnswerNotice } from '../parts/answer-notice.tsx';
import { Ask } from '../parts/ask.tsx';
import { Attention } from '../parts/attention.tsx';
import { Benefits } from '../parts/benefits.tsx';
import { BillingHistory } from '../parts/billing-history.tsx';
import { ComingNext } from '../parts/coming-next.tsx';
import { Forecast } from '../parts/forecast.tsx';
import { History } from '../parts/history.tsx';
import { MembershipCard } from '../parts/membership-card.tsx';
import { ComingVersion } from '../parts/new-version.tsx';
import { type News, NewsNotice } from '../parts/notice.tsx';
import { PauseState, PauseWay } from '../parts/pause-line.tsx';
import { PaymentMethod } from '../parts/payment-method.tsx';
import { ComingPlan } from '../parts/plan-change.tsx';
import { PlanFacts } from '../parts/plan-facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { Sharing } from '../parts/sharing.tsx';
import { usePortal } from '../portal-context.ts';
import { offersCardUpdate, openPayments } from '../state/attention.ts';
import { shownMemberships } from '../state/benefits.ts';
import type { Own } from '../state/own.ts';

/** A member’s first screen: the card, what needs attention, what can be used, what comes next, what has been (000-010). */
export function Dashboard(own: Own) {
  const { page, billing: words } = usePortal().tongue.words;
  const { profile, today, credits, services, billing } = own;
  const memberships = shownMemberships(own.memberships);
  const hasCredits = credits.some(({ available }) => available > 0);
  const [news, setNews] = useState<News>();
  const settled = (latest: News) => {
    setNews(latest);
    own.reload();
  };
  // Every change of the balance is a new line of the history: with another balance it is read again.
  const balance = credits.map(({ available }) => available).join();
  // A payment made here, or a card saved elsewhere, ends what was open: then there is a new receipt.
  const open = openPayments(memberships);
  return (
    <Screen title={page.membership} kind="wide">
      {own.questions.unread > 0 && <AnswerNotice />}
      <div class="columns">
        <div class="side">
          {memberships.map((membership, index) => (
            <div key={membership.membershipId} class="own">
              <MembershipCard membership={membership} profile={profile} />
              {index === 0 && <NewsNotice news={news} catches />}
              {membership.open !== undefined ? (
                <Attention open={membership.open} membership={membership} own={own} settled={settled} />
              ) : (
                membership.paymentInProgress && <p class="notice wait">{words.attention.inProgress}</p>
              )}
              <PauseState membership={membership} own={own} />
              <ComingVersion membership={membership} own={own} />
              <PlanFacts
                membership={membership}
                today={today}
                hasBenefitsLeft={hasCredits || canUseSome(membership, credits)}
              />
              <PauseWay membership={membership} />
              <ComingPlan membership={membership} own={own} />
            </div>
          ))}
        </div>
        <div class="main">
          <Benefits
            memberId={profile.memberId}
            today={today}
            memberships={memberships}
            credits={credits}
            services={services}
          />
          <Forecast {...own} />
          {own.shares && <Sharing {...own} />}
          {memberships.length > 0 && <ComingNext memberships={memberships} card={billing.card} today={today} />}
          {billing.connected && (
            <PaymentMethod
              billing={billing}
              memberships={memberships}
              memberId={profile.memberId}
              today={today}
              offersUpdate={!offersCardUpdate(open, billing.connected)}
            />
          )}
          {billing.accountCredit.amount > 0 && (
            <AccountCredit billing={billing} memberId={profile.memberId} changed={own.reload} />
          )}
          <History key={balance} memberId={profile.memberId} today={today} services={services} />
          <BillingHistory
            key={`${balance} ${open.map(({ invoiceId }) => invoiceId).join()}`}
            memberId={profile.memberId}
            billing={billing}
            today={today}
          />
          <Ask memberships={own.memberships} />
        </div>
      </div>
    </Screen>
  );
}
