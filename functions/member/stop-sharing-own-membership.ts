import { refuseUnless } from '../../shared/domain/refusal.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { sceneOf } from '../billing/scene.ts';
import type { Handler } from '../http/request.ts';
import { sharingStopped } from '../sharing/change-sharing.ts';
import { householdOf } from '../sharing/households.ts';
import { personOf } from './billing-person.ts';

export const stopSharingOwnMembership: Handler<'member', 'stopSharingOwnMembership'> = async (request) =>
  request.change(async () => {
    const { path, body, instance } = request;
    const { membershipId } = path;
    const [snapshot, configuration] = await Promise.all([request.loadMember(), request.reloadConfiguration()]);
    const stored = snapshot.memberships.find(({ value }) => value.membershipId === membershipId);
    refuseUnless(stored, 'not_found');
    const person = { ...personOf(request), membershipId };
    const scene = sceneOf(billingWorldOf(request), person, configuration, snapshot, stored);
    const { after, writes } = await sharingStopped(instance.table, scene, body.memberId);
    return { writes, reply: { household: await householdOf(instance.table, after, { ...scene, ...request }) } };
  });
