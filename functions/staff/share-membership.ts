import type { Handler } from '../http/request.ts';
import { sharing } from '../sharing/change-sharing.ts';
import { householdOf } from '../sharing/households.ts';
import { sceneFor } from './billing-person.ts';

export const shareMembership: Handler<'staff', 'shareMembership'> = async (request) =>
  request.change(async () => {
    const { path, body, instance } = request;
    const scene = await sceneFor(request, path.memberId, path.membershipId);
    const { after, writes } = await sharing(instance.table, scene, body.memberId);
    return { writes, reply: { household: await householdOf(instance.table, after, { ...scene, ...request }) } };
  });
