import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOf } from '../../../shared/contract/client.ts';
import type { staffOperations } from '../../../shared/contract/staff-operations.ts';
import type { Location } from '../../../shared/domain/service.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { DialogForm } from '../parts/Dialog.tsx';
import { useNotify } from '../parts/Notices.tsx';
import { TaxFields } from './TaxFields.tsx';
import { readTax, taxDraftOf } from './tax-draft.ts';

type PlaceBody = CallOf<(typeof staffOperations)['saveLocation']>['body'];

export function PlaceForm({ place, onClose }: { place: Location | undefined; onClose: () => void }) {
  const { client, setSettings } = useDesk();
  const { words, locale } = useSpeech();
  const notify = useNotify();
  const [name, setName] = useState(place?.name ?? '');
  const [address, setAddress] = useState(place?.address ?? '');
  const [tax, setTax] = useState(() => taxDraftOf(place?.tax, locale));
  const [checked, setChecked] = useState(false);
  const readRule = readTax(tax, words);
  const saving = useSend((body: PlaceBody, idempotencyKey) => client.saveLocation({ body, idempotencyKey }));

  async function save() {
    setChecked(true);
    if (name.trim() === '' || Object.keys(readRule.problems).length > 0) return;
    const saved = await saving.send({
      ...(place ? { locationId: place.locationId } : {}),
      name,
      ...(address.trim() === '' ? {} : { address }),
      ...(readRule.rule ? { tax: readRule.rule } : {}),
      ...(place?.archived ? { archived: true } : {}),
    });
    if (!saved) return;
    setSettings((now) => ({
      ...now,
      locations: [...now.locations.filter(({ locationId }) => locationId !== saved.locationId), saved],
    }));
    notify({ text: words.settings.placeSaved(saved.name) });
    onClose();
  }

  return (
    <DialogForm
      onSubmit={() => void save()}
      onCancel={onClose}
      submit={words.common.save}
      busy={saving.busy}
      error={saving.error}
    >
      <TextInput
        label={words.settings.placeName}
        required
        maxLength={60}
        autoComplete="off"
        data-autofocus
        value={name}
        error={checked && name.trim() === '' && words.common.required}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Textarea
        label={words.settings.placeAddress}
        rows={3}
        maxLength={300}
        value={address}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <TaxFields
        draft={tax}
        problems={checked ? readRule.problems : {}}
        none={words.settings.taxAsBusiness}
        onChange={(part) => setTax((now) => ({ ...now, ...part }))}
      />
    </DialogForm>
  );
}
