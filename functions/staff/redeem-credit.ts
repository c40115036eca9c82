import { redeem } from '../../shared/domain/credit-use.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import type { Handler } from '../http/request.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { balanceOf } from './balance.ts';
import { isOurPlace } from './our-place.ts';

/** The memberships whose benefits rest today: a pause, or a payment that stayed open beyond the grace (rule G3). */
function restingOf(
  { memberships }: MemberSnapshot,
  { today, configuration }: Parameters<typeof redeemCredit>[0],
): ReadonlySet<string> {
  const { policies } = configuration.business.value;
  const held = memberships.map(({ value }) => value);
  return new Set(
    held
      .filter((membership) => standingOf(membership, today, policies).usability === 'on_hold')
      .map(({ membershipId }) => membershipId),
  );
}

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
    const resting = restingOf(snapshot, request);
    const decision = redeem(snapshot.account.value, { ...asked, resting }, request.occasion());
    return {
      writes: request.creditWrites(snapshot, decision),
      reply: { ...balanceOf(request, decision), sequences: decision.entries.map((entry) => entry.sequence) },
    };
  });
};
