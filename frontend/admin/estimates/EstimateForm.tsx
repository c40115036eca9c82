import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { StaffEstimateView } from '../../../shared/contract/estimate-views.ts';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { longestValidity, type Offer } from '../../../shared/domain/estimate.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { usePlace } from '../parts/use-place.ts';
import styles from './EstimateForm.module.css';
import { EstimateTotals } from './EstimateTotals.tsx';
import { draftOf, type EstimateDraft, emptyLine, type LineDraft, mostLines, readEstimate } from './estimate-draft.ts';
import { LineFields } from './LineFields.tsx';

interface EstimateFormProps {
  readonly page: MemberPage;
  /** The one that a new version replaces; absent for a new estimate. */
  readonly before?: StaffEstimateView | undefined;
  readonly onCancel: () => void;
  readonly onSent: (estimate: StaffEstimateView) => void;
}

/** Days that an estimate holds unless said otherwise. */
const usualDays = 30;

/** What is offered at which price, with what the client will see it come to, before it is sent (004-047). */
export function EstimateForm({ page, before, onCancel, onSent }: EstimateFormProps) {
  const { client, settings } = useDesk();
  const { words, money, date, locale } = useSpeech();
  const w = words.estimates;
  const notify = useNotify();
  const { currency } = settings.business;
  const { today, memberId } = page;
  const hasEmail = page.billing?.hasEmail ?? false;
  const latest = addDays(today, longestValidity - 1);
  const { places, here: desk } = usePlace();
  const [placeId, setPlaceId] = useState(before?.offer.locationId ?? desk?.locationId);
  const here = places.find(({ locationId }) => locationId === placeId);
  const [draft, setDraft] = useState<EstimateDraft>(() => {
    const validUntil = addDays(today, usualDays);
    return before
      ? draftOf(before.offer, validUntil, currency, locale)
      : { title: '', lines: [emptyLine(0)], remark: '', validUntil };
  });
  const [checked, setChecked] = useState(false);
  const keys = useRef(draft.lines.length);
  const change = (part: Partial<EstimateDraft>) => setDraft((now) => ({ ...now, ...part }));
  const changeLine = (line: LineDraft) =>
    change({ lines: draft.lines.map((known) => (known.key === line.key ? line : known)) });
  const tax = here?.tax ?? settings.business.tax;
  const { problems, lines, total, offer } = readEstimate(draft, { currency, tax, today, latest });
  const amount = total === 0 ? undefined : money({ amount: total, currency });
  const sending = useSend((asked: Offer & { total: { amount: number; currency: typeof currency } }, idempotencyKey) =>
    before
      ? client.reviseEstimate({ path: { memberId, estimateId: before.estimateId }, body: asked, idempotencyKey })
      : client.sendEstimate({ path: { memberId }, body: asked, idempotencyKey }),
  );

  async function send() {
    setChecked(true);
    if (!offer) return;
    const place = here ? { locationId: here.locationId } : {};
    const sent = await sending.send({ ...offer, ...place, total: { amount: total, currency } });
    if (!sent) return;
    notify({ text: hasEmail ? w.sent(sent.number) : w.written(sent.number) });
    onSent(sent);
  }

  function add() {
    change({ lines: [...draft.lines, emptyLine(keys.current)] });
    keys.current += 1;
  }

  return (
    <DialogForm
      onSubmit={() => void send()}
      onCancel={onCancel}
      submit={hasEmail ? w.send(amount) : w.write(amount)}
      busy={sending.busy}
      error={sending.error}
    >
      {before && (
        <Text size="sm" c="dimmed">
          {before.state === 'accepted' ? w.replacesAccepted(before.number) : w.replaces(before.number)}
        </Text>
      )}
      <TextInput
        label={w.subject}
        description={w.subjectHint}
        required
        withAsterisk={false}
        maxLength={80}
        autoComplete="off"
        data-autofocus
        value={draft.title}
        error={checked && problems.has('title') && words.common.required}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <fieldset className={styles.lines}>
        <legend>{w.lines}</legend>
        {tax && (
          <Text size="sm" c="dimmed" className={styles.hint}>
            {w.pricesHint[tax.mode]}
          </Text>
        )}
        {draft.lines.map((line, index) => (
          <LineFields
            key={line.key}
            line={line}
            name={w.lineOf(index + 1)}
            problems={checked ? problems : new Set()}
            onChange={changeLine}
            {...(draft.lines.length > 1
              ? { onRemove: () => change({ lines: draft.lines.filter(({ key }) => key !== line.key) }) }
              : {})}
          />
        ))}
        {draft.lines.length < mostLines && (
          <Button
            size="compact-sm"
            variant="subtle"
            className={styles.add}
            leftSection={<Plus size={14} aria-hidden />}
            onClick={add}
          >
            {w.addLine}
          </Button>
        )}
      </fieldset>
      <Textarea
        label={w.remark}
        description={w.remarkHint}
        autosize
        minRows={2}
        maxLength={1000}
        value={draft.remark}
        onChange={({ currentTarget }) => change({ remark: currentTarget.value })}
      />
      <div className={styles.pair}>
        <TextInput
          label={w.validUntil}
          type="date"
          required
          withAsterisk={false}
          min={today}
          max={latest}
          value={draft.validUntil}
          error={problems.has('validUntil') && w.validBetween(date(today), date(latest))}
          onChange={({ currentTarget }) => change({ validUntil: currentTarget.value })}
        />
        {places.length > 1 && here && (
          <NativeSelect
            label={words.plans.place}
            value={here.locationId}
            onChange={({ currentTarget }) => setPlaceId(currentTarget.value)}
            data={places.map(({ locationId, name }) => ({ value: locationId, label: name }))}
          />
        )}
      </div>
      <EstimateTotals lines={lines} total={total} currency={currency} />
      {checked && problems.has('total') && (
        <Text size="sm" c="red" role="alert">
          {w.totalWrong}
        </Text>
      )}
    </DialogForm>
  );
}
