import type { Operation } from '../../shared/contract/operation.ts';
import type { StaffRequest } from '../http/request.ts';

/** A place of this salon; one that is newer than the remembered configuration counts as well. */
export async function isOurPlace(
  { configuration, reloadConfiguration }: Pick<StaffRequest<Operation>, 'configuration' | 'reloadConfiguration'>,
  locationId: string,
): Promise<boolean> {
  const lists = ({ locations }: typeof configuration) => locations.some(({ value }) => value.locationId === locationId);
  return lists(configuration) || lists(await reloadConfiguration());
}
