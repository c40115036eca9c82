import { recordBenefitUse as use } from '../../shared/domain/benefit-use.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import type { Handler } from '../http/request.ts';
import { planVersionOf } from '../store/configuration.ts';
import { balanceOf } from './balance.ts';
import { isOurPlace } from './our-place.ts';

/** The plan is the version that the member agreed to. */
export const recordBenefitUse: Handler<'staff', 'recordBenefitUse'> = async (request) => {
  const { membershipId, benefit: key, serviceId, locationId } = request.body;
  refuseUnless(locationId === undefined || (await isOurPlace(request, locationId)), 'not_found');
  return request.change(async () => {
    const snapshot = await request.loadMember();
    const membership = snapshot.memberships.find(({ value }) => value.membershipId === membershipId)?.value;
    refuseUnless(membership, 'not_found');
    const { configuration, today } = request;
    const { planId, planVersion } = membership;
    const plan =
      planVersionOf(configuration, planId, planVersion) ??
      planVersionOf(await request.reloadConfiguration(), planId, planVersion);
    const standing = standingOf(membership, today, configuration.business.value.policies);
    // Credits can be used in some pauses, what is always included in none (rule P3).
    const usability = standing.status === 'paused' ? 'on_hold' : standing.usability;
    const benefit = plan?.benefits.find((candidate) => candidate.key === key);
    const asked = { membership, benefit, serviceId, usability, usedAt: locationId };
    const decision = use(snapshot.account.value, asked, request.occasion());
    return {
      writes: request.creditWrites(snapshot, decision),
      reply: { ...balanceOf(request, decision), sequences: decision.entries.map((entry) => entry.sequence) },
    };
  });
};
