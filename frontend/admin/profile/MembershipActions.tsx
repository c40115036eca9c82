import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import type { PaymentMode } from '../../../shared/domain/membership.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { CancelMembership } from '../cancelling/CancelMembership.tsx';
import { isCancellable, isCancelling } from '../cancelling/cancellable.ts';
import { UndoCancellation } from '../cancelling/UndoCancellation.tsx';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { PauseButton } from '../pauses/PauseButton.tsx';
import styles from './MembershipCard.module.css';

interface MembershipActionsProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onChanged: () => void;
}

/** How a membership renews, and ending it or taking that back (000-031). */
export function MembershipActions({ page, membership, onChanged }: MembershipActionsProps) {
  const { client, may, settings } = useDesk();
  const { profile: words, plans, cancelling: w } = useWords();
  const notify = useNotify();
  const [cancelling, setCancelling] = useState(false);
  const { membershipId, plan, payment } = membership;
  const path = { memberId: page.memberId, membershipId };
  const paying = useSend((body: { payment: PaymentMode }) => client.setMembershipPayment({ path, body }));

  async function pay(mode: PaymentMode) {
    if (!(await paying.send({ payment: mode }))) return;
    notify({ text: mode === 'card' ? words.nowByCard(plan.name) : words.nowAtDesk(plan.name) });
    onChanged();
  }

  const chooses = may('billing.collect') && (settings.takesCards || payment === 'card');
  const noCard = payment === 'card' && page.billing !== undefined && page.billing.card === undefined;
  const bound = payment === 'card' && page.payLaterDisabled;
  const ends = may('memberships.enrol');
  if (!chooses && !ends) return null;
  return (
    <>
      <div className={styles.actions}>
        {chooses && bound && <span>{plans.cardOnlyHint}</span>}
        {chooses && !bound && (
          <Switch
            label={words.renewsByCard}
            description={noCard ? words.renewsByCardNoCard : words.renewsByCardHint}
            checked={payment === 'card'}
            onChange={({ currentTarget }) => void pay(currentTarget.checked ? 'card' : 'at_the_desk')}
          />
        )}
        <PauseButton page={page} membership={membership} onChanged={onChanged} />
        {ends && isCancelling(membership) && (
          <UndoCancellation page={page} membership={membership} onUndone={onChanged} />
        )}
        {ends && isCancellable(membership) && (
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            aria-label={w.cancelOf(plan.name)}
            onClick={() => setCancelling(true)}
          >
            {w.cancel}
          </Button>
        )}
      </div>
      <Failure error={paying.error} sent />
      <CancelMembership
        opened={cancelling}
        page={page}
        membership={membership}
        onClose={() => setCancelling(false)}
        onCancelled={onChanged}
      />
    </>
  );
}
