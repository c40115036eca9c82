import { Switch } from '@mantine/core';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { Facts } from '../profile/Facts.tsx';
import type { Billing } from './open-payments.ts';
import styles from './Payments.module.css';

interface BillingSwitchesProps {
  readonly page: MemberPage;
  readonly billing: Billing;
  readonly onChanged: () => void;
}
interface Change {
  readonly usesAccountCredit?: boolean;
  readonly payLaterDisabled?: boolean;
}

/** Account credit for renewals (002-012) and pay later (002-015); words in place of switches for who may only read. */
export function BillingSwitches({ page, billing, onChanged }: BillingSwitchesProps) {
  const { client, may } = useDesk();
  const words = useWords().payments;
  const notify = useNotify();
  const { memberId, payLaterDisabled } = page;
  const changing = useSend((body: Change) => client.updateBilling({ path: { memberId }, body }));

  async function change(body: Change, done: string) {
    if (!(await changing.send(body))) return;
    notify({ text: done });
    onChanged();
  }

  if (!may('billing.collect')) {
    const say = (on: boolean) => (on ? words.yes : words.no);
    return (
      <Facts
        facts={[
          [words.usesCredit, say(billing.usesAccountCredit)],
          [words.payLater, say(!payLaterDisabled)],
        ]}
      />
    );
  }
  return (
    <div className={styles.switches}>
      <Switch
        label={words.usesCredit}
        description={words.usesCreditHint}
        checked={billing.usesAccountCredit}
        onChange={({ currentTarget: { checked } }) =>
          void change({ usesAccountCredit: checked }, checked ? words.creditUsed : words.creditNotUsed)
        }
      />
      <Switch
        label={words.payLater}
        description={words.payLaterHint}
        checked={!payLaterDisabled}
        onChange={({ currentTarget: { checked } }) =>
          void change({ payLaterDisabled: !checked }, checked ? words.payLaterOn : words.payLaterOff)
        }
      />
      <Failure error={changing.error} />
    </div>
  );
}
