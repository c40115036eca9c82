import { Button, Group } from '@mantine/core';
import { Pencil } from 'lucide-react';
import type { Location } from '../../../shared/domain/service.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/page.ts';
import { useSend } from '../effects/send.ts';
import { Failure } from '../parts/Failure.tsx';
import lines from '../parts/Lines.module.css';
import { useNotify } from '../parts/Notices.tsx';
import { Tag } from '../parts/Tag.tsx';

/** One place: to edit, to close, to open again. A closed one stays in the history and can be opened again. */
export function PlaceLine({ place, onEdit }: { place: Location; onEdit: () => void }) {
  const { client, setSettings } = useDesk();
  const words = useWords();
  const w = words.settings;
  const notify = useNotify();
  const saving = useSend((body: Location, idempotencyKey) => client.saveLocation({ body, idempotencyKey }));

  async function toggle() {
    const { archived, ...open } = place;
    const saved = await saving.send(archived ? open : { ...open, archived: true });
    if (!saved) return;
    setSettings((now) => ({
      ...now,
      locations: now.locations.map((line) => (line.locationId === saved.locationId ? saved : line)),
    }));
    notify({ text: saved.archived ? w.placeClosed(saved.name) : w.placeOpened(saved.name) });
  }

  return (
    <li className={lines.line}>
      <div className={lines.main}>
        <span className={lines.strong}>
          {place.name} {place.archived && <Tag tone="quiet">{w.closed}</Tag>}
        </span>
        {place.address && <p className={`${lines.written} ${lines.quiet}`}>{place.address}</p>}
        <Failure error={saving.error} sent />
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Pencil size={14} aria-hidden />}
          aria-label={w.editPlace(place.name)}
          onClick={onEdit}
        >
          {words.common.edit}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={saving.busy}
          aria-label={place.archived ? w.openAgainOf(place.name) : w.closePlaceOf(place.name)}
          onClick={() => void toggle()}
        >
          {place.archived ? w.openAgain : w.closePlace}
        </Button>
      </Group>
    </li>
  );
}
