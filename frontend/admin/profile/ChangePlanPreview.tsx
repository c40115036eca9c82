import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ChangeResult, PlanChangePreview } from '../../../shared/contract/plan-change-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { formatTime } from '../../../shared/wording/format.ts';
import { changeRows } from '../../common/plan-change.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useCreditWords } from '../credits/use-credit-words.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import styles from '../parts/Page.module.css';
import { type Method, MethodChoice, useMethod } from '../payments/MethodChoice.tsx';

interface ChangePlanPreviewProps {
  readonly page: MemberPage;
  readonly preview: PlanChangePreview;
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Exactly what the change means, to read out to the client, and the one button that does it (rule PC5). */
export function ChangePlanPreview(props: ChangePlanPreviewProps) {
  const { page, preview, onAgain, onBack, onClose, onChanged } = props;
  const { client, settings } = useDesk();
  const speech = useSpeech();
  const { words, tongue, money, date } = speech;
  const w = words.planChange;
  const notify = useNotify();
  const { quoteId, when, amount, total, payment, card, effectiveOn, expiresAt, to } = preview;
  const atDesk = payment === 'at_the_desk' && amount.amount > 0;
  const [method, setMethod] = useMethod();
  const [refused, setRefused] = useState<ChangeResult>();
  const path = { memberId: page.memberId, membershipId: preview.membership.membershipId };
  const changing = useSend((body: { quoteId: string; method?: Method }, idempotencyKey) =>
    client.changePlan({ path, body, idempotencyKey }),
  );

  async function change() {
    const reply = await changing.send({ quoteId, ...(atDesk ? { method } : {}) });
    if (!reply) return;
    const { result } = reply;
    if (result !== 'changed' && result !== 'scheduled') {
      setRefused(result);
      onChanged();
      return;
    }
    const changed = total.amount === 0 ? w.changedFree(to.name) : w.changed(to.name, money(total));
    notify({ text: result === 'changed' ? changed : w.scheduled(to.name, date(effectiveOn)) });
    onClose();
    onChanged();
  }

  if (refused !== undefined) return <Text role="status">{refusalOf(w, refused)}</Text>;
  const needsCard = payment === 'card' && amount.amount > 0 && card === undefined;
  const label =
    when === 'next_period'
      ? w.confirmLater(date(effectiveOn))
      : amount.amount === 0
        ? w.confirmToday
        : (atDesk ? w.record : w.charge)(money(amount));
  const isStale = changing.error !== undefined;
  return (
    <DialogForm
      onSubmit={() => (isStale ? onAgain() : void change())}
      onCancel={onBack}
      keep={w.back}
      submit={isStale ? w.newest : label}
      busy={changing.busy}
      error={changing.error}
      disabled={needsCard}
      {...(needsCard ? { hint: w.noCard } : {})}
    >
      <Text fw={600}>{tongue.words.planChange.preview(preview.from.name, to.name)}</Text>
      <dl className={styles.stack}>
        {changeRows(preview, page.today, tongue).map(({ label: name, value, details, strong }) => (
          <div key={name} className={styles.row}>
            <Text component="dt" size="sm">
              {name}
              {details.map((detail) => (
                <Text key={detail} span display="block" size="xs" c="dimmed">
                  {detail}
                </Text>
              ))}
            </Text>
            <Text component="dd" fw={strong ? 600 : 500} m={0}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
      <Arrives page={page} preview={preview} />
      {atDesk && <MethodChoice method={method} onChange={setMethod} />}
      <Text size="sm" c="dimmed">
        {w.mail} {w.holdsUntil(formatTime(expiresAt, settings.business.timeZone, tongue.locale))}
      </Text>
    </DialogForm>
  );
}

/** What comes at once, and that nothing goes. */
function Arrives({ page, preview }: Pick<ChangePlanPreviewProps, 'page' | 'preview'>) {
  const { words, tongue, date } = useSpeech();
  const { amountOf } = useCreditWords(page.services);
  const { grants } = preview;
  return (
    <section className={styles.effect}>
      {grants.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {tongue.words.planChange.comesAtOnce}
          </Text>
          <ul className={styles.list}>
            {grants.map(({ kind, units, serviceIds, expiresOn }) => (
              <li key={`${kind} ${serviceIds.join()} ${expiresOn}`}>
                {amountOf(kind, units, serviceIds)},{' '}
                {expiresOn === undefined ? words.credits.neverExpires : words.plans.validUntil(date(expiresOn))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Text size="sm">{tongue.words.planChange.keepsOld}</Text>
    </section>
  );
}

function refusalOf(words: ReturnType<typeof useSpeech>['words']['planChange'], result: ChangeResult): string {
  if (result === 'declined') return words.declined;
  return result === 'confirmation_needed' ? words.confirmationNeeded : words.pending;
}
