import { redeem } from '../../shared/domain/credit-use.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { restingMemberships } from '../../shared/domain/standing.ts';
import type { Handler } from '../http/request.ts';
import { balanceOf } from './balance.ts';
import { isOurPlace } from './our-place.ts';

export const redeemCredit: Handler<'staff', 'redeemCredit'> = async (request) => {
  const { kind, serviceId, units, locationId, from } = request.body;
  const asked = {
    kind,
    serviceId,
    units,
    ...(locationId === undefined ? {} : { usedAt: locationId }),
    ...(from === undefined ? {} : { from }),
  };
  refuseUnless(locationId === undefined || (await isOurPlace(request, locationId)), 'not_found');
  return request.change(async () => {
    const snapshot = await request.loadMember();
    const memberships = snapshot.memberships.map(({ value }) => value);
    const resting = restingMemberships(memberships, request.today, request.configuration.business.value.policies);
    const decision = redeem(snapshot.account.value, { ...asked, resting }, request.occasion());
    return {
      writes: request.creditWrites(snapshot, decision),
      reply: { ...balanceOf(request, decision), sequences: decision.entries.map((entry) => entry.sequence) },
    };
  });
};
