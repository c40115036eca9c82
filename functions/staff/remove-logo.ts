import type { Business } from '../../shared/domain/business.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { replace } from '../store/table.ts';

/** The file itself stays in the bucket: a mail that was sent may still show it. */
export const removeLogo: Handler<'staff', 'removeLogo'> = async (request) => {
  const { slug } = request;
  return request.change(async () => {
    const { business: before } = await request.reloadConfiguration();
    const { logo, ...brand } = before.value.brand;
    if (logo === undefined) return { writes: [], reply: { business: before.value, version: before.version } };
    const business: Business = { ...before.value, brand };
    return {
      writes: [
        replace(rowOf(keys.business(slug), business), before.version),
        announce(request.event('business.changed', { fields: 'logo' })),
      ],
      reply: { business, version: before.version + 1 },
    };
  });
};
