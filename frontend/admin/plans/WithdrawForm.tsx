import { Text } from '@mantine/core';
import type { PlanVersion } from '../../../shared/domain/plan.ts';
import { useWords } from '../app/page.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useOffer } from './use-offer.ts';

interface WithdrawFormProps {
  readonly plan: PlanVersion;
  readonly onClose: () => void;
}

/** Says what taking a plan off offer means for its members, then does it. */
export function WithdrawForm({ plan, onClose }: WithdrawFormProps) {
  const words = useWords().plans;
  const offer = useOffer();
  async function withdraw() {
    if (await offer.set(plan, false)) onClose();
  }
  return (
    <DialogForm
      onSubmit={() => void withdraw()}
      onCancel={onClose}
      submit={words.withdraw}
      busy={offer.busy}
      error={offer.error}
    >
      <Text size="sm">{words.withdrawText}</Text>
    </DialogForm>
  );
}
