import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { AccountCredit } from '../account-credit/AccountCredit.tsx';
import { useWords } from '../app/page.ts';
import { Invoices } from '../invoices/Invoices.tsx';
import { Section } from '../parts/Section.tsx';
import { BillingSwitches } from './BillingSwitches.tsx';
import { CardOnFile } from './CardOnFile.tsx';
import { CardUpdate } from './CardUpdate.tsx';
import { Outstanding } from './Outstanding.tsx';
import type { Billing } from './open-payments.ts';
import styles from './Payments.module.css';

interface PaymentsProps {
  readonly page: MemberPage;
  readonly billing: Billing;
  readonly reload: () => void;
  /** Takes over a newer look at the client. */
  readonly onPage: (page: MemberPage) => void;
}

/** How a client pays and what is open: the open comes first (002-004, 002-011, 002-012, 002-031). */
export function Payments({ page, billing, reload, onPage }: PaymentsProps) {
  const words = useWords().payments;
  // Here, not beside the button: a payment that comes in takes the box with the button away, not what it says.
  const [updating, setUpdating] = useState(false);
  const updateCard = () => setUpdating(true);
  return (
    <Section title={words.title}>
      <div className={styles.stack}>
        {billing.open.length > 0 && (
          <Outstanding page={page} billing={billing} reload={reload} onUpdateCard={updateCard} />
        )}
        <dl className={styles.ways}>
          <CardOnFile billing={billing} onUpdateCard={updateCard} />
          <AccountCredit
            memberId={page.memberId}
            accountCredit={billing.accountCredit}
            today={page.today}
            onChanged={reload}
          />
        </dl>
        <BillingSwitches page={page} billing={billing} onChanged={reload} />
        <Invoices page={page} billing={billing} onChanged={reload} />
      </div>
      <CardUpdate opened={updating} page={page} billing={billing} onClose={() => setUpdating(false)} onPage={onPage} />
    </Section>
  );
}
