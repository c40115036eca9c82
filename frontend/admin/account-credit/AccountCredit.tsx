import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import styles from '../payments/Payments.module.css';
import { AccountCreditForm } from './AccountCreditForm.tsx';
import { AccountCreditHistory } from './AccountCreditHistory.tsx';

interface AccountCreditProps {
  readonly memberId: string;
  readonly accountCredit: Money;
  readonly today: string;
  readonly onChanged: () => void;
}

/** “Account Credit”: what there is, what happened to it, changing it (002-031, 002-032). */
export function AccountCredit({ memberId, accountCredit, today, onChanged }: AccountCreditProps) {
  const { may } = useDesk();
  const { words, money } = useSpeech();
  const w = words.accountCredit;
  const [shown, setShown] = useState<'history' | 'change'>();
  const close = () => setShown(undefined);
  return (
    <div className={styles.way}>
      <dt>{w.title}</dt>
      <dd>
        <span className={styles.amount}>{money(accountCredit)}</span>
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setShown('history')}>
            {w.view}
          </Button>
          {may('credits.adjust') && (
            <Button size="compact-sm" variant="default" aria-label={w.changeTitle} onClick={() => setShown('change')}>
              {w.change}
            </Button>
          )}
        </Group>
        <Dialog opened={shown === 'history'} onClose={close} title={w.title}>
          <AccountCreditHistory memberId={memberId} accountCredit={accountCredit} today={today} />
        </Dialog>
        <Dialog opened={shown === 'change'} onClose={close} title={w.changeTitle}>
          <AccountCreditForm memberId={memberId} accountCredit={accountCredit} onCancel={close} onChanged={onChanged} />
        </Dialog>
      </dd>
    </div>
  );
}
