import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Location } from '../../shared/domain/service.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert, replace } from '../store/table.ts';

export const saveLocation: Handler<'staff', 'saveLocation'> = async (request) => {
  const { body, slug } = request;
  const locationId = body.locationId ?? request.newId('location');
  return request.change(async () => {
    const { locations } = await request.reloadConfiguration();
    const before = locations.find(({ value }) => value.locationId === locationId);
    refuseUnless(before !== undefined || body.locationId === undefined, 'not_found');
    const location: Location = { ...body, locationId };
    const row = rowOf(keys.location(slug, locationId), location);
    return {
      writes: [
        before ? replace(row, before.version) : insert(row),
        announce(request.event('location.saved', { locationId })),
      ],
      reply: location,
    };
  });
};
