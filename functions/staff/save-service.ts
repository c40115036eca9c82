import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert, replace } from '../store/table.ts';

export const saveService: Handler<'staff', 'saveService'> = async (request) => {
  const { body, slug } = request;
  const serviceId = body.serviceId ?? request.newId('service');
  return request.change(async () => {
    const { business, services } = await request.reloadConfiguration();
    const { currency } = business.value;
    refuseUnless(body.price === undefined || body.price.currency === currency, 'currency_mismatch', { currency });
    const before = services.find(({ value }) => value.serviceId === serviceId);
    refuseUnless(before !== undefined || body.serviceId === undefined, 'not_found');
    const service: Service = { ...body, serviceId };
    const row = rowOf(keys.service(slug, serviceId), service);
    return {
      writes: [
        before ? replace(row, before.version) : insert(row),
        announce(request.event('service.saved', { serviceId })),
      ],
      reply: service,
    };
  });
};
