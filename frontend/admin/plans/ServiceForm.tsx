import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { readWhole } from '../credits/units.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import page from '../parts/Page.module.css';

type Body = CallOf<(typeof staffOperations)['saveService']>['body'];

const isSameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Adds a service or changes one; its words are how people say its credits. */
export function ServiceForm({ service, onClose }: { service: Service | undefined; onClose: () => void }) {
  const { client, settings, setSettings } = useDesk();
  const { words, locale } = useSpeech();
  const notify = useNotify();
  const { currency } = settings.business;
  const [name, setName] = useState(service?.name ?? '');
  const [oneVisit, setOneVisit] = useState(service?.oneVisit ?? '');
  const [visits, setVisits] = useState(service?.visits ?? '');
  const [price, setPrice] = useState(service?.price ? amountForTyping(service.price, locale) : '');
  const [minutes, setMinutes] = useState(service?.minutes === undefined ? '' : String(service.minutes));
  const [archived, setArchived] = useState(service?.archived ?? false);
  const [checked, setChecked] = useState(false);
  const saving = useSend((body: Body, idempotencyKey) => client.saveService({ body, idempotencyKey }));

  const readPrice = price.trim() === '' ? undefined : readAmount(price, currency);
  const readMinutes = minutes.trim() === '' ? undefined : readWhole(minutes, 5, 600);
  const priceWrong = price.trim() !== '' && !readPrice;
  const minutesWrong = minutes.trim() !== '' && readMinutes === undefined;
  const sameName = settings.services.some(
    (other) => other.serviceId !== service?.serviceId && isSameName(other.name, name),
  );
  const missing = [name, oneVisit, visits].some((text) => text.trim() === '');

  async function save() {
    setChecked(true);
    if (missing || priceWrong || minutesWrong) return;
    const saved = await saving.send({
      ...(service ? { serviceId: service.serviceId } : {}),
      name,
      oneVisit,
      visits,
      ...(readPrice ? { price: readPrice } : {}),
      ...(readMinutes === undefined ? {} : { minutes: readMinutes }),
      ...(archived ? { archived } : {}),
    });
    if (!saved) return;
    setSettings((now) => ({
      ...now,
      services: [...now.services.filter(({ serviceId }) => serviceId !== saved.serviceId), saved].sort((a, b) =>
        a.name.localeCompare(b.name),
      ),
    }));
    notify({ text: words.plans.serviceSaved(saved.name) });
    onClose();
  }

  const text = (label: string, value: string, set: (value: string) => void) => ({
    label,
    value,
    required: true,
    maxLength: 60,
    autoComplete: 'off',
    error: checked && value.trim() === '' && words.common.required,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(currentTarget.value),
  });
  const w = words.plans;
  return (
    <DialogForm
      onSubmit={() => void save()}
      onCancel={onClose}
      submit={words.common.save}
      busy={saving.busy}
      error={saving.error}
    >
      <TextInput
        {...text(w.serviceName, name, setName)}
        {...(sameName ? { description: w.sameName } : {})}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
      />
      <div className={page.fields}>
        <TextInput {...text(w.oneVisit, oneVisit, setOneVisit)} description={w.oneVisitHint} />
        <TextInput {...text(w.manyVisits, visits, setVisits)} description={w.manyVisitsHint} />
      </div>
      <div className={page.fields}>
        <TextInput
          label={`${w.servicePrice} · ${currency}`}
          inputMode="decimal"
          autoComplete="off"
          value={price}
          error={checked && priceWrong && words.common.amountWrong(amountForTyping({ amount: 4500, currency }, locale))}
          onChange={({ currentTarget }) => setPrice(currentTarget.value)}
        />
        <TextInput
          label={w.minutes}
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          error={checked && minutesWrong && words.common.numberBetween(5, 600)}
          onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
        />
      </div>
      {service && (
        <Checkbox
          label={w.archived}
          checked={archived}
          onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
        />
      )}
    </DialogForm>
  );
}
