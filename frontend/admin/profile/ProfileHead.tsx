import { Button, Text, Title } from '@mantine/core';
import { CreditCard } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useTitle } from '../app/use-title.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Tag } from '../parts/Tag.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import styles from './ProfileHead.module.css';

// Apart: the arithmetic of dates is its weight, and most visits to a profile do not enrol.
const Enrolment = lazy(() => import('../enrolment/Enrolment.tsx'));

/** The name, in red words who pays by card only (002-017, 002-018), and enrolling: the next action for somebody who has no membership. */
export function ProfileHead({ page, reload }: { page: MemberPage; reload: () => void }) {
  const { may } = useDesk();
  const { words, date } = useSpeech();
  const [enrolling, setEnrolling] = useState(false);
  const name = fullName(page.details);
  useTitle(name);
  const isMember = page.memberships.some(({ usability }) => usability !== 'over');
  const wasMember = page.memberships.length > 0;
  return (
    <div className={styles.head}>
      <div>
        <div className={styles.name}>
          <Title order={1} size="h2">
            {name}
          </Title>
          {page.payLaterDisabled && (
            <Tag tone="bad">
              <CreditCard size={12} aria-hidden /> {words.payments.cardOnly}
            </Tag>
          )}
        </div>
        {page.details.company !== undefined && <Text size="sm">{page.details.company}</Text>}
        <Text size="sm" c="dimmed">
          {isMember ? '' : `${wasMember ? words.profile.noMembershipNow : words.profile.noMembership} `}
          {words.profile.clientSince(date(page.createdOn))}
        </Text>
      </div>
      {may('memberships.enrol') && (
        <Button variant={isMember ? 'default' : 'filled'} onClick={() => setEnrolling(true)}>
          {isMember ? words.profile.enrolAnother : words.profile.enrol}
        </Button>
      )}
      <Dialog opened={enrolling} onClose={() => setEnrolling(false)} title={words.plans.enrolTitle(name)}>
        <Suspense fallback={<Waiting />}>
          <Enrolment page={page} onClose={() => setEnrolling(false)} onChanged={reload} />
        </Suspense>
      </Dialog>
    </div>
  );
}
