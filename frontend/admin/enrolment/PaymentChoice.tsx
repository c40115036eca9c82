import { Radio } from '@mantine/core';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { PaymentMode } from '../../../shared/domain/membership.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import styles from '../parts/Page.module.css';

interface PaymentChoiceProps {
  readonly page: MemberPage;
  readonly payment: PaymentMode;
  readonly onChange: (payment: PaymentMode) => void;
}

/** By card or at the desk; what is not possible says why (002-015, 002-016). */
export function PaymentChoice({ page, payment, onChange }: PaymentChoiceProps) {
  const { settings } = useDesk();
  const w = useWords().plans;
  const noCard = page.billing !== undefined && page.billing.card === undefined;
  const cardHint = !settings.takesCards ? w.noCardsHint : noCard ? w.renewByCardMissing : w.renewByCardHint;
  return (
    <Radio.Group
      label={w.renewBy}
      value={payment}
      onChange={(value) => onChange(value === 'card' ? 'card' : 'at_the_desk')}
    >
      <div className={styles.choices}>
        <Radio value="card" label={w.renewByCard} description={cardHint} disabled={!settings.takesCards} />
        <Radio
          value="at_the_desk"
          label={w.renewAtDesk}
          description={page.payLaterDisabled ? w.cardOnlyHint : w.renewAtDeskHint}
          disabled={page.payLaterDisabled}
        />
      </div>
    </Radio.Group>
  );
}
