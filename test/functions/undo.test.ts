import { expect, test } from '@jest/globals';
import { keys } from '../../functions/store/keys.ts';
import { replace } from '../../functions/store/table.ts';
import type { Role } from '../../shared/domain/permission.ts';
import { type SalonWorld, salonWorld } from '../support/salon-world.ts';

const day = 24 * 60 * 60 * 1000;
const memberPath = 'POST /api/{business}/staff/members/{memberId}';

/** Whoever calls from now on has another role. */
async function actAs(world: SalonWorld, role: Role): Promise<void> {
  const [login] = [...world.staff.accounts.values()];
  const [row] = await world.table.read([keys.access('aurora', login?.loginId ?? '')]);
  if (!row) throw new Error('the owner has no access row');
  await world.table.commit([replace({ ...row, data: { ...(row.data as object), role } }, row.version)]);
}

async function usedOneVisit() {
  const world = await salonWorld().open();
  const service = { name: 'Facial', oneVisit: 'facial', visits: 'facials' };
  const { serviceId } = (await world.work('PUT /api/{business}/staff/services', service)).body;
  const memberId = await world.addMember();
  const credit = { kind: 'visits', serviceIds: [serviceId], units: 3, reason: 'goodwill' };
  await world.work(`${memberPath}/credits`, credit, { memberId });
  const use = { kind: 'visits', serviceId, units: 1 };
  const { sequences } = (await world.work(`${memberPath}/redemptions`, use, { memberId })).body;
  const undo = () =>
    world.work(`${memberPath}/redemptions/{sequence}/undo`, {}, { memberId, sequence: String(sequences[0]) });
  return { world, undo };
}

test('the desk can give a visit back on the day on which it was used', async () => {
  const { world, undo } = await usedOneVisit();
  await actAs(world, 'receptionist');
  expect(await undo()).toMatchObject({ status: 200, body: { credits: [{ available: 3 }] } });
});

test('on another day the desk is told to ask a manager, who can', async () => {
  const { world, undo } = await usedOneVisit();
  world.pass(day);
  await actAs(world, 'receptionist');
  expect(await undo()).toMatchObject({ status: 403, body: { code: 'undo_too_late' } });
  await actAs(world, 'manager');
  expect(await undo()).toMatchObject({ status: 200, body: { credits: [{ available: 3 }] } });
});
