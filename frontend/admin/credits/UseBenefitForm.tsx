import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { usePlace } from '../parts/use-place.ts';
import type { Constant } from './constant-benefits.ts';
import { useCreditWords } from './use-credit-words.ts';
import { useUndo } from './use-undo.ts';

interface UseBenefitFormProps {
  readonly constant: Constant;
  /** The benefit in words. */
  readonly said: string;
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onCredits: (credits: CreditGroup[]) => void;
}

/** For which service a discount or an unlimited benefit is used, and what that does: one line in the history. */
export function UseBenefitForm({ constant, said, page, onClose, onCredits }: UseBenefitFormProps) {
  const { benefit, membershipId } = constant;
  const { client, settings } = useDesk();
  const words = useWords();
  const w = words.credits;
  const notify = useNotify();
  const { nameOf } = useCreditWords(page.services);
  const undo = useUndo(page.memberId, onCredits);
  const { here } = usePlace();
  const offered = settings.services.filter(({ archived }) => !archived).map(({ serviceId }) => serviceId);
  const services = benefit.serviceIds.length === 0 ? offered : benefit.serviceIds;
  const [serviceId, setServiceId] = useState(services[0] ?? '');
  const body = { membershipId, benefit: benefit.key, serviceId, ...(here ? { locationId: here.locationId } : {}) };
  const using = useSend((asked: typeof body, idempotencyKey) =>
    client.recordBenefitUse({ path: { memberId: page.memberId }, body: asked, idempotencyKey }),
  );

  async function use() {
    const reply = await using.send(body);
    if (!reply) return;
    onCredits(reply.credits);
    notify({
      text: w.benefitUsed(said, fullName(page.details)),
      action: { label: w.undo, run: () => void undo(reply.sequences) },
    });
    onClose();
  }

  return (
    <DialogForm
      onSubmit={() => void use()}
      onCancel={onClose}
      submit={w.recordBenefitUse}
      busy={using.busy}
      error={using.error}
    >
      <Text size="sm">{w.useBenefitText}</Text>
      {services.length > 1 && (
        <NativeSelect
          label={w.service}
          data-autofocus
          value={serviceId}
          onChange={({ currentTarget }) => setServiceId(currentTarget.value)}
          data={services.map((id) => ({ value: id, label: nameOf(id) }))}
        />
      )}
    </DialogForm>
  );
}
