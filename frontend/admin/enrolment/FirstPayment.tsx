import { Group, Radio } from '@mantine/core';
import { useWords } from '../app/page.ts';
import { type Method, methods } from '../payments/MethodChoice.tsx';

/** How the first period is paid: at the desk, in one of its ways, or by the card on file. */
export type FirstWay = Method | 'card';

const ways: readonly FirstWay[] = [...methods, 'card'];

interface FirstPaymentProps {
  /** Absent until somebody chooses. */
  readonly way: FirstWay | undefined;
  /** There is a card that can be charged. */
  readonly withCard: boolean;
  readonly onChange: (way: FirstWay) => void;
}

export function FirstPayment({ way, withCard, onChange }: FirstPaymentProps) {
  const { plans, payments } = useWords();
  return (
    <Radio.Group
      label={plans.firstPaid}
      value={way ?? null}
      onChange={(value) => {
        const chosen = ways.find((known) => known === value);
        if (chosen) onChange(chosen);
      }}
    >
      <Group gap="lg" mt={6}>
        {methods.map((method) => (
          <Radio key={method} value={method} label={payments.methods[method]} />
        ))}
        {withCard && <Radio value="card" label={plans.firstByCard} />}
      </Group>
    </Radio.Group>
  );
}
