import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ContactLine, MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { CreditGroup } from '../../../shared/contract/views.ts';
import { fullName } from '../../../shared/domain/member.ts';
import { errorWords } from '../../common/error-words.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { VisitsField } from '../credits/RedeemFields.tsx';
import type { Grant } from '../credits/subject.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { ClientPicker } from './ClientPicker.tsx';

interface PassOnFormProps {
  readonly grant: Grant;
  readonly page: MemberPage;
  readonly onCancel: () => void;
  readonly onDone: (credits: CreditGroup[]) => void;
}

/** Gives unused visits to another client (rule C9): how many, to whom, and for a day a way back. */
export function PassOnForm({ grant, page, onCancel, onDone }: PassOnFormProps) {
  const { client } = useDesk();
  const { words, language } = useSpeech();
  const notify = useNotify();
  const { amountOf } = useCreditWords(page.services);
  const [units, setUnits] = useState(1);
  const [chosen, setChosen] = useState<ContactLine>();
  const [checked, setChecked] = useState(false);
  const { group, bucket } = grant;
  const { memberId } = page;
  const passing = useSend((body: { toMemberId: string; units: number }, idempotencyKey) =>
    client.passOnCredit({ path: { memberId, bucketId: bucket.bucketId }, body, idempotencyKey }),
  );
  const what = amountOf('visits', units, group.serviceIds);

  async function takeBack(sequence: number, idempotencyKey = crypto.randomUUID()) {
    try {
      const reply = await client.takeBackPassedOnCredit({ path: { memberId, sequence }, body: {}, idempotencyKey });
      onDone(reply.credits);
      notify({ text: words.sharing.takenBack });
    } catch (error) {
      const again = { label: words.common.retry, run: () => void takeBack(sequence, idempotencyKey) };
      notify({ text: errorWords(error, language), tone: 'bad', action: again });
    }
  }

  async function pass() {
    setChecked(true);
    const reply = chosen && (await passing.send({ toMemberId: chosen.memberId, units }));
    if (!reply) return;
    notify({
      text: words.sharing.passOnDone(what, fullName(chosen)),
      action: { label: words.common.undo, run: () => void takeBack(reply.sequence) },
    });
    onDone(reply.credits);
  }

  return (
    <DialogForm
      onSubmit={() => void pass()}
      onCancel={onCancel}
      submit={chosen ? words.sharing.confirm(what, fullName(chosen)) : words.sharing.passOn}
      busy={passing.busy}
      error={passing.error}
    >
      {bucket.available > 1 && <VisitsField visits={units} most={bucket.available} onChange={setUnits} />}
      <ClientPicker chosen={chosen} except={memberId} missing={checked} onChoose={setChosen} />
      <Text size="sm" c="dimmed">
        {words.sharing.passOnText}
      </Text>
    </DialogForm>
  );
}
