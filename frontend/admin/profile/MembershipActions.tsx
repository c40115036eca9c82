import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import type { PaymentMode } from '../../../shared/domain/membership.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { PauseButton } from '../pauses/PauseButton.tsx';
import { CancelMembership } from './CancelMembership.tsx';
import { isCancellable, isCancelling } from './cancellation.ts';
import styles from './MembershipCard.module.css';

interface MembershipActionsProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onChanged: () => void;
}

/** How a membership renews, and ending it or taking that back (000-031). */
export function MembershipActions({ page, membership, onChanged }: MembershipActionsProps) {
  const { client, may, settings } = useDesk();
  const { profile: words, plans } = useWords();
  const notify = useNotify();
  const [cancelling, setCancelling] = useState(false);
  const { membershipId, plan, payment } = membership;
  const path = { memberId: page.memberId, membershipId };
  const paying = useSend((body: { payment: PaymentMode }) => client.setMembershipPayment({ path, body }));
  const undoing = useSend((_: 'undo') => client.undoCancellation({ path }));

  async function pay(mode: PaymentMode) {
    if (!(await paying.send({ payment: mode }))) return;
    notify({ text: mode === 'card' ? words.nowByCard(plan.name) : words.nowAtDesk(plan.name) });
    onChanged();
  }
  async function undo() {
    if (!(await undoing.send('undo'))) return;
    notify({ text: words.cancelUndone(plan.name) });
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
          <Button
            size="compact-md"
            variant="default"
            aria-label={words.undoCancelOf(plan.name)}
            loading={undoing.busy}
            onClick={() => void undo()}
          >
            {words.undoCancel}
          </Button>
        )}
        {ends && isCancellable(membership) && (
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            aria-label={words.cancelOf(plan.name)}
            onClick={() => setCancelling(true)}
          >
            {words.cancel}
          </Button>
        )}
      </div>
      <Failure error={paying.error ?? undoing.error} sent />
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
