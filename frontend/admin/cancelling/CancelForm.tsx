import { Radio, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CancellationView } from '../../../shared/contract/cancellation-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import type { MembershipView } from '../../../shared/contract/views.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useLoad } from '../effects/load.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import page from '../parts/Page.module.css';
import type { Wording } from '../wording/wording.ts';
import { CancellationFacts } from './CancellationFacts.tsx';
import { type Ask, latestLastDay, readWhen, type WhenDraft } from './cancellable.ts';

interface CancelFormProps {
  readonly page: MemberPage;
  readonly membership: MembershipView;
  readonly onClose: () => void;
  readonly onCancelled: (view: CancellationView) => void;
}

/** When it is to end, with everything that this does beneath it, as the server has decided it. */
export function CancelForm({ page: member, membership, onClose, onCancelled }: CancelFormProps) {
  const { client } = useDesk();
  const { words, date } = useSpeech();
  const w = words.cancelling;
  const { membershipId, plan } = membership;
  const path = { memberId: member.memberId, membershipId };
  const [draft, setDraft] = useState<WhenDraft>({ when: 'period_end', lastDay: '' });
  const ask = readWhen(draft, member.today);
  const { lastDay } = ask ?? {};
  // Where the end of what is paid is today already, there is nothing to choose.
  const atEnd = useLoad(() => client.previewCancellation({ path, query: { when: 'period_end' } }), [client]);
  const chosen = useLoad(
    async () => (ask === undefined ? undefined : client.previewCancellation({ path, query: ask })),
    [client, ask?.when, lastDay],
  );
  const cancelling = useSend((body: Ask, idempotencyKey) => client.cancelMembership({ path, body, idempotencyKey }));
  const onlyNow = atEnd.load.state === 'ready' && atEnd.load.value.cancellation.atOnce;
  const isShown = chosen.load.state === 'ready' && chosen.load.value !== undefined;
  const ends = atEnd.load.state === 'ready' ? atEnd.load.value.cancellation.lastDay : undefined;

  async function cancel() {
    if (ask === undefined || !isShown) return;
    const reply = await cancelling.send(ask);
    if (reply) onCancelled(reply.cancellation);
  }

  return (
    <DialogForm
      onSubmit={() => void cancel()}
      onCancel={onClose}
      submit={confirmWords(
        chosen.load.state === 'ready' ? chosen.load.value?.cancellation : undefined,
        w.confirm,
        date,
      )}
      busy={cancelling.busy}
      error={cancelling.error}
      disabled={!isShown}
      danger
      keep={w.keep}
    >
      {onlyNow ? (
        <Text size="sm">{w.onlyNow}</Text>
      ) : (
        <Radio.Group
          label={w.when}
          value={draft.when}
          onChange={(value) => setDraft((now) => ({ ...now, when: whenOf(value) }))}
        >
          <div className={page.choices}>
            <Radio value="period_end" label={w.atEnd} description={ends && w.untilIncluding(date(ends))} />
            <Radio value="on_date" label={w.onDay} />
            {draft.when === 'on_date' && (
              <TextInput
                label={w.lastDay}
                description={w.lastDayHint}
                type="date"
                min={member.today}
                max={latestLastDay(member.today)}
                value={draft.lastDay}
                error={draft.lastDay !== '' && ask === undefined && w.lastDayWrong(date(latestLastDay(member.today)))}
                onChange={({ currentTarget: { value } }) => setDraft((now) => ({ ...now, lastDay: value }))}
              />
            )}
            <Radio value="now" label={w.now} description={w.nowHint} />
          </div>
        </Radio.Group>
      )}
      <Loaded from={chosen} lines={5}>
        {(preview) =>
          preview ? (
            <CancellationFacts view={preview.cancellation} member={member} plan={plan} />
          ) : (
            <Text size="sm" c="dimmed">
              {w.chooseDay}
            </Text>
          )
        }
      </Loaded>
      <Text size="sm" c="dimmed">
        {w.mail}
      </Text>
    </DialogForm>
  );
}

/** The button says when it ends, as the preview has it. */
function confirmWords(
  shown: CancellationView | undefined,
  words: Wording['cancelling']['confirm'],
  date: (day: string) => string,
): string {
  if (shown?.lastDay === undefined) return words.neverBegins;
  return shown.atOnce ? words.atOnce : words.endsOn(date(shown.lastDay));
}

const whenOf = (value: string): WhenDraft['when'] => (value === 'now' || value === 'on_date' ? value : 'period_end');
