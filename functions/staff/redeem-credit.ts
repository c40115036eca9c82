import { redeem } from '../../shared/domain/credit-use.ts';
import type { Handler } from '../http/request.ts';
import { balanceOf } from './balance.ts';

export const redeemCredit: Handler<'staff', 'redeemCredit'> = async (request) => {
  const { kind, serviceId, units, locationId } = request.body;
  const asked = { kind, serviceId, units, ...(locationId === undefined ? {} : { usedAt: locationId }) };
  return request.change(async () => {
    const snapshot = await request.loadMember();
    const decision = redeem(snapshot.account.value, asked, request.occasion());
    return {
      writes: request.creditWrites(snapshot, decision),
      reply: { ...balanceOf(request, decision), sequences: decision.entries.map((entry) => entry.sequence) },
    };
  });
};
