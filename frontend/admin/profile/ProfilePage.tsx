import { Anchor } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { isRefusal } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { NotFound } from '../app/NotFound.tsx';
import { useWords } from '../app/page.ts';
import { CreditForecast } from '../credits/CreditForecast.tsx';
import { CreditsBox } from '../credits/CreditsBox.tsx';
import { useLoad } from '../effects/load.ts';
import { Estimates } from '../estimates/Estimates.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Payments } from '../payments/Payments.tsx';
import { Sharing } from '../sharing/Sharing.tsx';
import { AccountInformation } from './AccountInformation.tsx';
import { Documents } from './Documents.tsx';
import { History } from './History.tsx';
import { Memberships } from './Memberships.tsx';
import { Notes } from './Notes.tsx';
import { Portal } from './Portal.tsx';
import { ProfileHead } from './ProfileHead.tsx';
import styles from './ProfilePage.module.css';
import { Questions } from './Questions.tsx';
import { Script } from './Script.tsx';

/** One client on one page: what they have, what to say, what to do (002-001, 002-002). */
export function ProfilePage({ memberId }: { memberId: string }) {
  const { client } = useDesk();
  const words = useWords();
  const member = useLoad(() => client.getMember({ path: { memberId } }), [client, memberId]);
  if (member.load.state === 'failed' && isRefusal(member.load.error, 'not_found')) return <NotFound />;
  return (
    <>
      <Anchor component={Link} href="/contacts" size="sm" c="dimmed" className={styles.back}>
        <ArrowLeft size={14} aria-hidden /> {words.profile.back}
      </Anchor>
      <Loaded from={member} lines={8}>
        {(page) => (
          <Profile
            page={page}
            reload={member.reload}
            onCredits={(credits) => member.replace((now) => ({ ...now, credits }))}
            onPage={(next) => member.replace(() => next)}
          />
        )}
      </Loaded>
    </>
  );
}

interface ProfileProps {
  readonly page: MemberPage;
  readonly reload: () => void;
  readonly onCredits: (credits: MemberPage['credits']) => void;
  readonly onPage: (page: MemberPage) => void;
}

function Profile({ page, reload, onCredits, onPage }: ProfileProps) {
  const { may } = useDesk();
  // What is open comes first, also on a phone. The keys let both keep their state when the order changes.
  const owes = page.billing !== undefined && page.billing.open.length > 0;
  const payments = page.billing && (
    <Payments key="payments" page={page} billing={page.billing} reload={reload} onPage={onPage} />
  );
  const today = (
    <div key="today" className={styles.today}>
      <CreditsBox page={page} onCredits={onCredits} reload={reload} />
      <CreditForecast page={page} />
      <Script page={page} />
    </div>
  );
  return (
    <>
      <ProfileHead page={page} reload={reload} />
      <div className={styles.columns}>
        <Memberships page={page} reload={reload} />
        {owes ? [payments, today] : [today, payments]}
        {page.billing && <Estimates page={page} onBilled={reload} />}
        <Sharing page={page} reload={reload} />
        <AccountInformation page={page} reload={reload} />
        {page.portal && <Portal page={page} portal={page.portal} reload={reload} />}
        {may('questions.answer') && <Questions memberId={page.memberId} />}
        {may('notes.read') && <Notes memberId={page.memberId} />}
        {may('documents.read') && <Documents memberId={page.memberId} />}
        {may('audit.read') && <History memberId={page.memberId} />}
      </div>
    </>
  );
}
