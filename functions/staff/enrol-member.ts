import { grantPeriod } from '../../shared/domain/credit-grant.ts';
import { enrol } from '../../shared/domain/membership.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import type { Handler } from '../http/request.ts';
import { newestPlans } from '../store/configuration.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';
import { creditGroups } from '../views/credit-view.ts';

export const enrolMember: Handler<'staff', 'enrolMember'> = async (request) => {
  const { body, slug, path, today, at } = request;
  const membershipId = request.newId('membership');
  return request.change(async () => {
    const configuration = await request.reloadConfiguration();
    const plan = newestPlans(configuration).find((candidate) => candidate.planId === body.planId);
    refuseUnless(plan, 'not_found');
    const snapshot = await request.loadMember();
    const membership = enrol({
      membershipId,
      memberId: path.memberId,
      plan,
      startsOn: body.startsOn,
      today,
      at,
      existing: snapshot.memberships.map(({ value }) => value),
    });
    const granted = grantPeriod(snapshot.account.value, membership, plan, {
      ...request.occasion(),
      causeId: `${membershipId}.${membership.period.index}`,
    });
    const { policies } = configuration.business.value;
    return {
      writes: [
        insert(rowOf(keys.membership(slug, path.memberId, membershipId), membership)),
        ...request.creditWrites(snapshot, granted),
        announce(request.event('membership.enrolled', { membershipId, planId: plan.planId }, path.memberId)),
      ],
      reply: {
        membershipId,
        status: standingOf(membership, today, policies).status,
        credits: creditGroups(granted.account, today, policies),
      },
    };
  });
};
