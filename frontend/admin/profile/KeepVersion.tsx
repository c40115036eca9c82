import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Dialog, DialogForm } from '../parts/Dialog.tsx';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import styles from './MembershipCard.module.css';

interface KeepVersionProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onChanged: () => void;
}

/** The newer version that the membership waits for, or that it stays on its own; who manages plans decides (rule PC1). */
export function KeepVersion({ page, membership, onChanged }: KeepVersionProps) {
  const { client, may } = useDesk();
  const { words, date, money } = useSpeech();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const w = words.migration;
  const { plan, pendingChange, membershipId, keepsVersion } = membership;
  const path = { memberId: page.memberId, membershipId };
  const sending = useSend((keeps: boolean) => client.keepVersion({ path, body: { keeps } }));
  const coming = pendingChange?.reason === 'new_version' ? pendingChange : undefined;
  async function put(keeps: boolean) {
    if (!(await sending.send(keeps))) return;
    setAsking(false);
    notify({ text: keeps ? w.keptNow(plan.name) : w.releasedNow });
    onChanged();
  }
  if (coming === undefined && !keepsVersion) return null;
  const comingWords = ({ plan: to, effectiveOn }: NonNullable<typeof coming>) => {
    const price = money({ ...to.price, amount: to.rules.gross });
    return effectiveOn === undefined
      ? w.comingAfterPause(to.name, price)
      : w.comingTo(to.name, date(effectiveOn), price);
  };
  return (
    <>
      <div className={styles.actions}>
        <Text size="sm">{coming === undefined ? w.keeps : comingWords(coming)}</Text>
        {may('plans.manage') && (
          <Button
            size="compact-md"
            variant="default"
            loading={sending.busy}
            onClick={() => (keepsVersion ? void put(false) : setAsking(true))}
          >
            {keepsVersion ? w.release : w.keep}
          </Button>
        )}
      </div>
      {!asking && <Failure error={sending.error} sent />}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={w.keepTitle}>
        <DialogForm
          onSubmit={() => void put(true)}
          onCancel={() => setAsking(false)}
          submit={w.keep}
          keep={w.keepNot}
          busy={sending.busy}
          error={sending.error}
        >
          <Text>{w.keepLead(plan.name)}</Text>
        </DialogForm>
      </Dialog>
    </>
  );
}
