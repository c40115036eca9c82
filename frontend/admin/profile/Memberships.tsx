import { Fragment } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useSpeech } from '../app/page.ts';
import { Tag } from '../parts/Tag.tsx';
import { PauseBanner } from '../pauses/PauseBanner.tsx';
import { priceSentence } from '../plans/plan-words.ts';
import { KeepVersion } from './KeepVersion.tsx';
import { MembershipActions } from './MembershipActions.tsx';
import styles from './MembershipCard.module.css';
import { MembershipCard } from './MembershipCard.tsx';
import { PlanChange } from './PlanChange.tsx';
import { Renewal } from './Renewal.tsx';

/** The card beneath the name, only when there is a membership (002-019, 002-020); those that are over in one line each. */
export function Memberships({ page, reload }: { page: MemberPage; reload: () => void }) {
  const speech = useSpeech();
  const { words, date } = speech;
  const current = page.memberships.filter(({ usability }) => usability !== 'over');
  const former = page.memberships.filter(({ usability }) => usability === 'over');
  if (page.memberships.length === 0) return null;
  return (
    <section aria-label={words.profile.membership} className={styles.cards}>
      {current.map((membership) => (
        <Fragment key={membership.membershipId}>
          <MembershipCard membership={membership} credits={page.credits} today={page.today} />
          <PauseBanner page={page} membership={membership} onChanged={reload} />
          <Renewal memberId={page.memberId} membership={membership} today={page.today} onRenewed={reload} />
          <PlanChange page={page} membership={membership} onChanged={reload} />
          <KeepVersion page={page} membership={membership} onChanged={reload} />
          <MembershipActions page={page} membership={membership} onChanged={reload} />
        </Fragment>
      ))}
      {former.length > 0 && (
        <ul className={styles.former} aria-label={words.profile.former}>
          {former.map(({ membershipId, plan, status, nextBill }) => (
            <li key={membershipId}>
              <span>
                {plan.name} · {priceSentence(plan, plan.rules.tax, speech)}
              </span>
              <span className={styles.formerState}>
                {'lastDay' in nextBill && date(nextBill.lastDay)}
                <Tag tone="quiet">{words.profile.status[status]}</Tag>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
