import type { Handler } from '../http/request.ts';
import { sharingStopped } from '../sharing/change-sharing.ts';
import { householdOf } from '../sharing/households.ts';
import { sceneFor } from './billing-person.ts';

export const stopSharingMembership: Handler<'staff', 'stopSharingMembership'> = async (request) =>
  request.change(async () => {
    const { path, body, instance } = request;
    const scene = await sceneFor(request, path.memberId, path.membershipId);
    const { after, writes } = await sharingStopped(instance.table, scene, body.memberId);
    return { writes, reply: { household: await householdOf(instance.table, after, { ...scene, ...request }) } };
  });
