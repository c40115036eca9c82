import { grantPeriod } from '../../shared/domain/credit-grant.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import { renewAtDesk } from '../../shared/domain/renewal.ts';
import type { Handler } from '../http/request.ts';
import { planVersionOf } from '../store/configuration.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { replace } from '../store/table.ts';
import { creditGroups } from '../views/credit-view.ts';
import { membershipViews } from '../views/membership-view.ts';

/** The member stays on the version of the plan that was agreed; its credits come with the period, in one transaction. */
export const renewMembership: Handler<'staff', 'renewMembership'> = async (request) => {
  const { slug, path, body, today } = request;
  const { memberId, membershipId } = path;
  return request.change(async () => {
    const configuration = await request.reloadConfiguration();
    const { policies } = configuration.business.value;
    const snapshot = await request.loadMember();
    const stored = snapshot.memberships.find(({ value }) => value.membershipId === membershipId);
    refuseUnless(stored, 'not_found');
    refuseUnless(stored.value.period.start === body.after, 'conflicting_change');
    const membership = renewAtDesk(stored.value, today, policies);
    const plan = planVersionOf(configuration, membership.planId, membership.planVersion);
    if (!plan) throw new Error(`plan ${membership.planId} version ${membership.planVersion} is missing`);
    const granted = grantPeriod(snapshot.account.value, membership, plan, {
      ...request.occasion(),
      causeId: `${membershipId}.${membership.period.index}`,
    });
    const [view] = membershipViews([membership], configuration, today);
    if (!view) throw new Refusal('not_found');
    const subject = { membershipId, periodIndex: membership.period.index };
    return {
      writes: [
        replace(rowOf(keys.membership(slug, memberId, membershipId), membership), stored.version),
        ...request.creditWrites(snapshot, granted),
        announce(request.event('membership.renewed', subject, memberId)),
      ],
      reply: { membership: view, credits: creditGroups(granted.account, today, policies, { spent: true }) },
    };
  });
};
