import { redeem } from '../../shared/domain/credit-use.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import type { Handler } from '../http/request.ts';
import { sharedWith } from '../sharing/shared-credits.ts';
import { isOurPlace } from './our-place.ts';

/**
 * The visits are the holder's: the entry stands in the holder's account and names who used it. The account is written
 * at the version that the limit was counted at, so two uses at once cannot both be the last one.
 */
export const redeemSharedCredit: Handler<'staff', 'redeemSharedCredit'> = async (request) => {
  const { slug, today, path, instance } = request;
  const { serviceId, units, locationId } = request.body;
  refuseUnless(locationId === undefined || (await isOurPlace(request, locationId)), 'not_found');
  return request.change(async () => {
    const [client, configuration] = await Promise.all([request.loadMember(), request.reloadConfiguration()]);
    const shared = await sharedWith(instance.table, slug, client, path.membershipId, configuration);
    refuseUnless(shared, 'not_found');
    const { holder, membership, left, account } = shared;
    const { usability } = standingOf(membership, today, configuration.business.value.policies);
    const wanted = {
      kind: 'visits' as const,
      serviceId,
      units,
      usedBy: client.profile.memberId,
      ...(locationId === undefined ? {} : { usedAt: locationId }),
      resting: new Set(usability === 'on_hold' ? [membership.membershipId] : []),
      among: new Set(account.buckets.map(({ bucketId }) => bucketId)),
    };
    const decision = redeem(holder.account.value, wanted, request.occasion());
    refuseUnless(left === undefined || left >= units, 'sharing_limit', { left: left ?? 0 });
    const sequences = decision.entries.map(({ sequence }) => sequence);
    return {
      writes: request.creditWrites(holder, decision),
      reply: { holderId: holder.profile.memberId, sequences },
    };
  });
};
