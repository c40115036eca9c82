import { Radio, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import styles from '../parts/Page.module.css';
import { creditsLeft, lastDayAtEnd } from './cancellation.ts';

interface CancelMembershipProps {
  readonly opened: boolean;
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
  readonly onCancelled: () => void;
}
type When = 'now' | 'period_end';

/** When it ends, what its last day is, and what becomes of the credits, before it is done (000-050). */
export function CancelMembership({ opened, page, membership, onClose, onCancelled }: CancelMembershipProps) {
  const words = useSpeech().words.profile;
  return (
    <Dialog opened={opened} onClose={onClose} title={words.cancelTitle(membership.plan.name)}>
      <Form page={page} membership={membership} onClose={onClose} onCancelled={onCancelled} />
    </Dialog>
  );
}

function Form({ page, membership, onClose, onCancelled }: Omit<CancelMembershipProps, 'opened'>) {
  const { client } = useDesk();
  const { words, date, money } = useSpeech();
  const w = words.profile;
  const notify = useNotify();
  const { membershipId, plan, status, open, committedUntil } = membership;
  const lastDay = lastDayAtEnd(membership, page.today);
  const [when, setWhen] = useState<When>(lastDay === undefined ? 'now' : 'period_end');
  const cancelling = useSend((body: { when: When }, idempotencyKey) =>
    client.cancelMembership({ path: { memberId: page.memberId, membershipId }, body, idempotencyKey }),
  );

  async function cancel() {
    if (!(await cancelling.send({ when }))) return;
    notify({ text: w.cancelled(plan.name) });
    onClose();
    onCancelled();
  }

  const nowText = status === 'scheduled' || status === 'incomplete' ? w.cancelNotBegun : w.cancelNowText;
  return (
    <DialogForm
      onSubmit={() => void cancel()}
      onCancel={onClose}
      submit={w.cancelConfirm}
      busy={cancelling.busy}
      error={cancelling.error}
      danger
      keep={w.cancelKeep}
    >
      {lastDay === undefined ? (
        <Text size="sm">{nowText}</Text>
      ) : (
        <Radio.Group
          label={w.cancelWhen}
          value={when}
          onChange={(value) => setWhen(value === 'now' ? 'now' : 'period_end')}
        >
          <div className={styles.choices}>
            <Radio
              value="period_end"
              label={w.cancelAtEnd}
              description={(lastDay === committedUntil ? w.cancelCommitted : w.cancelAtEndText)(date(lastDay))}
            />
            <Radio value="now" label={w.cancelNow} description={nowText} />
          </div>
        </Radio.Group>
      )}
      {open && <Text size="sm">{w.cancelVoids(money(open.amount))}</Text>}
      <CreditsAfterwards page={page} membershipId={membershipId} />
    </DialogForm>
  );
}

function CreditsAfterwards({ page, membershipId }: { page: MemberPage; membershipId: string }) {
  const { words, date } = useSpeech();
  const { amountOf } = useCreditWords(page.services);
  const left = creditsLeft(page.credits, membershipId);
  return (
    <section className={styles.effect}>
      <Text size="sm" fw={600}>
        {words.profile.cancelCredits}
      </Text>
      <Text size="sm">{left.length === 0 ? words.profile.cancelNoCredits : words.profile.cancelCreditsText}</Text>
      <ul className={styles.list}>
        {left.map(({ bucketId, kind, available, serviceIds, expiresOn }) => (
          <li key={bucketId}>
            {amountOf(kind, available, serviceIds)},{' '}
            {expiresOn === undefined ? words.credits.neverExpires : words.plans.validUntil(date(expiresOn))}
          </li>
        ))}
      </ul>
    </section>
  );
}
