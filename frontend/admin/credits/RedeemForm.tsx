import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { readAmount } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { usePlace } from '../parts/use-place.ts';
import { BucketChoice, type ChoiceDraft } from './BucketChoice.tsx';
import { AmountField, VisitsField } from './RedeemFields.tsx';
import { RedemptionWords } from './RedemptionWords.tsx';
import { previewRedemption } from './redemption.ts';
import type { Wanted } from './subject.ts';
import { useCreditWords } from './use-credit-words.ts';
import { useUndo } from './use-undo.ts';

interface RedeemFormProps {
  readonly wanted: Wanted;
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onCredits: (credits: CreditGroup[]) => void;
}

export function RedeemForm({ wanted, page, onClose, onCredits }: RedeemFormProps) {
  const { client, settings } = useDesk();
  const words = useWords();
  const notify = useNotify();
  const { taken } = useCreditWords(page.services);
  const undo = useUndo(page.memberId, onCredits);
  const { currency } = settings.business;
  const [visits, setVisits] = useState(1);
  const [typed, setTyped] = useState('');
  const { places, here, setHere } = usePlace();

  const units = wanted.kind === 'visits' ? visits : (readAmount(typed, currency)?.amount ?? 0);
  const [choice, setChoice] = useState<ChoiceDraft>();
  const [checked, setChecked] = useState(false);
  const preview = previewRedemption(page.credits, { ...wanted, units, bucketId: choice?.bucketId });
  const what = taken(wanted.kind, units, wanted.serviceId);
  const from = choice && choice.reason !== '' ? { bucketId: choice.bucketId, reason: choice.reason } : undefined;
  const body = {
    ...wanted,
    units,
    ...(here ? { locationId: here.locationId } : {}),
    ...(from === undefined ? {} : { from }),
  };
  const redeeming = useSend((asked: typeof body, idempotencyKey) =>
    client.redeemCredit({ path: { memberId: page.memberId }, body: asked, idempotencyKey }),
  );

  async function redeem(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (!preview.enough || (choice && !from)) return;
    const reply = await redeeming.send(body);
    if (!reply) return;
    onCredits(reply.credits);
    notify({
      text: words.credits.used(what, fullName(page.details)),
      action: { label: words.credits.undo, run: () => void undo(reply.sequences) },
    });
    onClose();
  }

  return (
    <form onSubmit={(event) => void redeem(event)} noValidate>
      <Stack gap="md">
        {wanted.kind === 'visits' ? (
          preview.available > 1 && <VisitsField visits={visits} most={preview.available} onChange={setVisits} />
        ) : (
          <AmountField typed={typed} currency={currency} available={preview.available} onChange={setTyped} />
        )}
        <RedemptionWords wanted={wanted} units={units} preview={preview} page={page} chosen={choice !== undefined} />
        <BucketChoice wanted={wanted} page={page} choice={choice} checked={checked} onChoice={setChoice} />
        {places.length > 1 && here && (
          <NativeSelect
            label={words.credits.place}
            value={here.locationId}
            onChange={(event) => setHere(event.currentTarget.value)}
            data={places.map(({ locationId, name }) => ({ value: locationId, label: name }))}
          />
        )}
        <Failure error={redeeming.error} sent />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
          <Button
            type="submit"
            loading={redeeming.busy}
            disabled={!preview.enough}
            {...(wanted.kind === 'visits' ? { 'data-autofocus': true } : {})}
          >
            {preview.enough ? words.credits.confirmUse(what) : words.credits.redeemTitle}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
