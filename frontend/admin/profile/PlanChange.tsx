import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { changeBlocker } from '../../common/change-blocker.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import type { Wording } from '../wording/wording.ts';
import { ChangePlan } from './ChangePlan.tsx';
import styles from './MembershipCard.module.css';

interface PlanChangeProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onChanged: () => void;
}

const running: readonly MembershipView['status'][] = ['active', 'trial', 'renewal_pending'];

/** Another plan for the membership, and the one that waits for its bill with the way to take it back (000-028). */
export function PlanChange({ page, membership, onChanged }: PlanChangeProps) {
  const { client, may } = useDesk();
  const { words, date } = useSpeech();
  const notify = useNotify();
  const [choosing, setChoosing] = useState(false);
  const { plan, membershipId, status } = membership;
  // A new version that everybody moves to stands in a line of its own.
  const pendingChange = membership.pendingChange?.reason === 'requested' ? membership.pendingChange : undefined;
  const path = { memberId: page.memberId, membershipId };
  const undoing = useSend((_: 'undo') => client.undoPlanChange({ path }));
  async function undo() {
    if (!(await undoing.send('undo'))) return;
    notify({ text: words.planChange.undone(plan.name) });
    onChanged();
  }
  const changes = may('memberships.enrol') && running.includes(status);
  const blocker = may('memberships.enrol') ? changeBlocker(membership) : undefined;
  if (pendingChange === undefined && !changes && blocker === undefined) return null;
  return (
    <>
      <div className={styles.actions}>
        {pendingChange && <Text size="sm">{comingWords(pendingChange, words.planChange, date)}</Text>}
        {pendingChange && may('memberships.enrol') && (
          <Button size="compact-md" variant="default" loading={undoing.busy} onClick={() => void undo()}>
            {words.planChange.undo}
          </Button>
        )}
        {blocker !== undefined && (
          <Text size="sm" c="dimmed">
            {words.planChange.notNow[blocker]}
          </Text>
        )}
        {changes && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={words.planChange.openOf(plan.name)}
            onClick={() => setChoosing(true)}
          >
            {words.planChange.open}
          </Button>
        )}
      </div>
      <Failure error={undoing.error} sent />
      <ChangePlan
        opened={choosing}
        page={page}
        membership={membership}
        onClose={() => setChoosing(false)}
        onChanged={onChanged}
      />
    </>
  );
}

/** From when another plan is the plan. */
const comingWords = (
  { plan, effectiveOn }: NonNullable<MembershipView['pendingChange']>,
  { coming, comingAfterPause }: Wording['planChange'],
  date: (day: string) => string,
): string => (effectiveOn === undefined ? comingAfterPause(plan.name) : coming(plan.name, date(effectiveOn)));
