import { grantByHand } from '../../shared/domain/credit-grant.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { balanceOf } from './balance.ts';
import { refuseBeyondLimit } from './hand-limit.ts';

export const grantCredit: Handler<'staff', 'grantCredit'> = async (request) => {
  const { body, today } = request;
  const { kind, serviceIds, units, expiresOn, reason, note } = body;
  const bucketId = request.newId('bucket');
  refuseUnless(expiresOn === undefined || expiresOn >= today, 'start_out_of_range', { earliest: today });
  refuseBeyondLimit(request, kind, units);
  return request.change(async () => {
    const { services } = await request.reloadConfiguration();
    const unknown = serviceIds.filter((id) => !services.some(({ value }) => value.serviceId === id));
    refuseUnless(unknown.length === 0, 'service_unknown', { services: unknown });
    const snapshot = await request.loadMember();
    const given = {
      bucketId,
      kind,
      serviceIds: [...new Set(serviceIds)],
      units,
      reason,
      ...(expiresOn === undefined ? {} : { expiresOn }),
    };
    const decision = grantByHand(snapshot.account.value, given, request.occasion());
    return { writes: request.creditWrites(snapshot, decision, note), reply: balanceOf(request, decision) };
  });
};
