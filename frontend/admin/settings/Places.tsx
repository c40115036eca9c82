import { Button, Text } from '@mantine/core';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Location } from '../../../shared/domain/service.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { Section } from '../parts/Section.tsx';
import { PlaceForm } from './PlaceForm.tsx';

/** Where the salon works. */
export function Places() {
  const { settings } = useDesk();
  const words = useWords();
  const w = words.settings;
  const [editing, setEditing] = useState<'new' | Location>();
  const close = () => setEditing(undefined);
  const place = typeof editing === 'object' ? editing : undefined;
  return (
    <Section
      title={w.places}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {w.addPlace}
        </Button>
      }
    >
      <Text size="xs" c="dimmed">
        {settings.locations.length === 0 ? w.noPlaces : w.placesHint}
      </Text>
      <ul className={lines.lines}>
        {settings.locations.map((line) => (
          <li key={line.locationId} className={lines.line}>
            <div className={lines.main}>
              <span className={lines.strong}>{line.name}</span>
              {line.address && <p className={`${lines.written} ${lines.quiet}`}>{line.address}</p>}
            </div>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<Pencil size={14} aria-hidden />}
              aria-label={w.editPlace(line.name)}
              onClick={() => setEditing(line)}
            >
              {words.common.edit}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog opened={editing !== undefined} onClose={close} title={place ? w.editPlace(place.name) : w.addPlace}>
        <PlaceForm place={place} onClose={close} />
      </Dialog>
    </Section>
  );
}
