import { useLocalStorage } from '@mantine/hooks';
import type { Location } from '../../../shared/domain/service.ts';
import { useDesk } from '../app/desk.ts';

export interface PlaceHere {
  /** Those that are open. */
  readonly places: readonly Location[];
  /** Where this desk stands: what was chosen here last, otherwise the first place. */
  readonly here: Location | undefined;
  readonly setHere: (locationId: string) => void;
}

/** The place that this desk works at, remembered by its browser. */
export function usePlace(): PlaceHere {
  const { settings } = useDesk();
  const [place, setHere] = useLocalStorage({ key: 'regulars.place', defaultValue: '', getInitialValueInEffect: false });
  const places = settings.locations.filter(({ archived }) => !archived);
  return { places, here: places.find(({ locationId }) => locationId === place) ?? places[0], setHere };
}
