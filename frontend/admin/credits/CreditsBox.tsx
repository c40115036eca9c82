import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { Section } from '../parts/Section.tsx';
import { AllCredits } from './AllCredits.tsx';
import { BucketDate } from './BucketDate.tsx';
import { ConstantBenefits } from './ConstantBenefits.tsx';
import styles from './CreditsBox.module.css';
import { Redeem } from './Redeem.tsx';
import type { Wanted } from './subject.ts';
import { useCreditWords } from './use-credit-words.ts';
import { Why, WhyNothing } from './Why.tsx';

interface CreditsBoxProps {
  readonly page: MemberPage;
  readonly onCredits: (credits: CreditGroup[]) => void;
  readonly reload: () => void;
}

/** What the client can use today, by service, with one button to use it (002-026). */
export function CreditsBox({ page, onCredits, reload }: CreditsBoxProps) {
  const words = useWords().credits;
  const [wanted, setWanted] = useState<Wanted>();
  const [viewingAll, setViewingAll] = useState(false);
  const usable = page.credits.filter(({ available }) => available > 0);

  return (
    <Section
      framed
      title={words.title}
      aside={
        <Button size="compact-sm" variant="subtle" onClick={() => setViewingAll(true)}>
          {words.viewAll}
        </Button>
      }
    >
      {usable.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.none} <WhyNothing page={page} />
        </Text>
      ) : (
        <ul className={styles.groups}>
          {usable.map((group) => (
            <Group key={`${group.kind} ${group.serviceIds.join(' ')}`} group={group} page={page} onUse={setWanted} />
          ))}
        </ul>
      )}
      <Waiting page={page} />
      <ConstantBenefits page={page} onCredits={onCredits} />
      <Redeem wanted={wanted} page={page} onClose={() => setWanted(undefined)} onCredits={onCredits} />
      <AllCredits
        opened={viewingAll}
        page={page}
        onClose={() => setViewingAll(false)}
        onCredits={onCredits}
        onWaiting={reload}
      />
    </Section>
  );
}

/** What the client has and cannot use today, so that nobody thinks it is lost. */
function Waiting({ page }: { page: MemberPage }) {
  const words = useWords().credits;
  const { amountOf } = useCreditWords(page.services);
  if (page.waiting.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {words.waiting}
      </Text>
      <ul className={styles.groups}>
        {page.waiting.flatMap(({ kind, serviceIds, buckets }) =>
          buckets.map((bucket) => (
            <li key={bucket.bucketId} className={styles.bucket}>
              <span>{amountOf(kind, bucket.available, serviceIds)} ·</span>
              <BucketDate bucket={bucket} today={page.today} />
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function Group({ group, page, onUse }: { group: CreditGroup; page: MemberPage; onUse: (wanted: Wanted) => void }) {
  const words = useWords().credits;
  const { may } = useDesk();
  const { amount, nameOf, namesOf } = useCreditWords(page.services);
  const { kind, serviceIds } = group;
  const several = serviceIds.length > 1;
  const buckets = group.buckets.filter(({ available }) => available > 0);
  const label = kind === 'visits' ? words.spendFor : words.spendAmountFor;
  const short = kind === 'visits' ? words.spend(1) : words.spendAmount;

  return (
    <li className={styles.group}>
      <div className={styles.line}>
        <span className={styles.amount}>{amount(kind, group.available)}</span>
        <span className={styles.service}>{namesOf(serviceIds)}</span>
        <Why page={page} group={group} />
        {may('credits.redeem') && !several && serviceIds[0] && (
          <Button
            size="compact-md"
            variant="light"
            aria-label={label(nameOf(serviceIds[0]))}
            onClick={() => onUse({ kind, serviceId: serviceIds[0] ?? '' })}
          >
            {short}
          </Button>
        )}
      </div>
      {buckets.map((bucket) => (
        <div key={bucket.bucketId} className={styles.bucket}>
          {buckets.length > 1 && <span>{amount(kind, bucket.available)} ·</span>}
          <BucketDate bucket={bucket} today={page.today} />
        </div>
      ))}
      {may('credits.redeem') && several && (
        <div className={styles.choices}>
          {serviceIds.map((serviceId) => (
            <Button key={serviceId} size="compact-md" variant="light" onClick={() => onUse({ kind, serviceId })}>
              {label(nameOf(serviceId))}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
