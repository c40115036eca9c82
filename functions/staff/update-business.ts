import { isReadable, nearestReadable } from '../../shared/domain/brand.ts';
import type { Business } from '../../shared/domain/business.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { replace } from '../store/table.ts';

export const updateBusiness: Handler<'staff', 'updateBusiness'> = async (request) => {
  const { body, slug } = request;
  const { version, brand, ...given } = body;
  if (brand) {
    refuseUnless(isReadable(brand.colour), 'colour_unreadable', { suggestion: nearestReadable(brand.colour) });
  }
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

  return request.change(async () => {
    const { business: before } = await request.reloadConfiguration();
    refuseUnless(before.version === version, 'conflicting_change');
    const { logo } = before.value.brand;
    const business: Business = {
      ...withoutNull({ ...before.value, ...changes }),
      // A form sends the rules that it shows; the others stay.
      ...(body.policies ? { policies: { ...before.value.policies, ...body.policies } } : {}),
      ...(brand ? { brand: { ...brand, ...(logo === undefined ? {} : { logo }) } } : {}),
    };
    return {
      writes: [
        replace(rowOf(keys.business(slug), business), version),
        announce(request.event('business.changed', { fields: Object.keys(body).join(' ') })),
      ],
      reply: { business, version: version + 1 },
    };
  });
};

/** null takes an optional part away. */
const withoutNull = (given: object): Business =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Business;
