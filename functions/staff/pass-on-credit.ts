import { bucketOf } from '../../shared/domain/credit-decision.ts';
import { passedOnSince, passOn } from '../../shared/domain/credit-transfer.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { planVersionOf } from '../store/configuration.ts';
import { entriesSince } from '../store/credit-entries.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { balanceOf } from './balance.ts';

/** Both accounts at the versions that were read, and both entries: all or nothing (invariant C2.6). */
export const passOnCredit: Handler<'staff', 'passOnCredit'> = async (request) => {
  const { slug, path, body, instance } = request;
  const newBucketId = request.newId('bucket');
  return request.change(async () => {
    const [giver, receiver, configuration] = await Promise.all([
      request.loadMember(),
      loadMember(instance.table, slug, body.toMemberId),
      request.reloadConfiguration(),
    ]);
    refuseUnless(receiver, 'not_found');
    const { source } = bucketOf(giver.account.value, path.bucketId);
    const membershipId = source.kind === 'membership' ? source.membershipId : undefined;
    const membership = giver.memberships.find(({ value }) => value.membershipId === membershipId)?.value;
    const entries = membership ? await entriesSince(instance.table, slug, path.memberId, membership.period.start) : [];
    const decision = passOn(
      { giver: giver.account.value, receiver: receiver.account.value },
      {
        bucketId: path.bucketId,
        units: body.units,
        newBucketId,
        membership,
        plan: membership && planVersionOf(configuration, membership.planId, membership.planVersion),
        passed: membership ? passedOnSince(entries, membership.membershipId, membership.period.start) : 0,
      },
      request.occasion(),
    );
    const [out] = decision.giver.entries;
    return {
      writes: [...request.creditWrites(giver, decision.giver), ...request.creditWrites(receiver, decision.receiver)],
      reply: { ...balanceOf(request, decision.giver), sequence: out?.sequence ?? 0 },
    };
  });
};
