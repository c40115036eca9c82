import { Button, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Location } from '../../../shared/domain/service.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { Dialog } from '../parts/Dialog.tsx';
import lines from '../parts/Lines.module.css';
import { Section } from '../parts/Section.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { PlaceLine } from './PlaceLine.tsx';

/** Where the salon works. */
export function Places() {
  const { settings } = useDesk();
  const w = useWords().settings;
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
          <PlaceLine key={line.locationId} place={line} onEdit={() => setEditing(line)} />
        ))}
      </ul>
      <Dialog opened={editing !== undefined} onClose={close} title={place ? w.editPlace(place.name) : w.addPlace}>
        <PlaceForm place={place} onClose={close} />
      </Dialog>
    </Section>
  );
}
