import { expect, test } from '@jest/globals';
import { keys } from '../../functions/store/keys.ts';
import { rowOf } from '../../functions/store/stored.ts';
import { insert } from '../../functions/store/table.ts';
import type { HandLimits } from '../../shared/domain/hand-limits.ts';
import type { Role } from '../../shared/domain/permission.ts';
import { billingDesk } from '../support/billing-desk.ts';
import { billingWorldForTests, slug } from '../support/billing-world.ts';

const facial = 'svc_01JAB000000000000000000001';
const limits = { visits: 2, amount: 5000 };

/** What is left of the month’s two visits is 2; somebody of a role is at the desk. */
async function salon(role: Role, handLimits: HandLimits | undefined) {
  const world = await billingWorldForTests({ business: handLimits ? { handLimits } : {} });
  const desk = await billingDesk(world, role);
  const service = { serviceId: facial, name: 'Facial', oneVisit: 'facial visit', visits: 'facial visits' };
  await world.table.commit([insert(rowOf(keys.service(slug, facial), service))]);
  await world.live('2026-03-05T15:00:00Z');
  const [bucket] = await world.credits();
  const bucketId = bucket?.bucketId ?? '';
  return {
    world,
    setTo: (available: number) =>
      desk.call('PATCH {member}/credits/{bucketId}', { available, reason: 'correction' }, { bucketId }),
    give: (kind: 'visits' | 'allowance', units: number) =>
      desk.call('POST {member}/credits', { kind, serviceIds: [facial], units, reason: 'goodwill' }),
    money: (amount: number, reason = 'goodwill') => desk.call('POST {member}/account-credit', { amount, reason }),
  };
}

// Features §6: manual adjustment with reason and approval limit
test('a manager changes by hand as much as the owner allows, and more is refused with the limit in words', async () => {
  const { world, setTo, give, money } = await salon('manager', limits);
  const before = world.table.rows().length;
  const visits = {
    status: 403,
    body: { code: 'approval_needed', details: { visits: 2 }, detail: expect.stringContaining('two visits at once') },
  };
  expect(await setTo(5)).toMatchObject(visits);
  expect(await give('visits', 3)).toMatchObject(visits);
  const most = { status: 403, body: { code: 'approval_needed', detail: expect.stringContaining('$50.00 at once') } };
  expect(await give('allowance', 5001)).toMatchObject(most);
  expect(await money(5001)).toMatchObject(most);
  // What was refused has left nothing behind.
  expect(world.table.rows()).toHaveLength(before);

  expect((await setTo(4)).status).toBe(200);
  // Taking off counts as adding does.
  expect(await setTo(1)).toMatchObject(visits);
  expect((await setTo(2)).status).toBe(200);
  expect((await give('visits', 2)).status).toBe(201);
  expect((await give('allowance', 5000)).status).toBe(201);
  expect((await money(5000)).status).toBe(201);
  expect(await money(-5001, 'correction')).toMatchObject(most);
  // What a client pays in is no gift.
  expect((await money(90_000, 'paid_in')).status).toBe(201);
});

test('an owner has no limit, and without one nobody has', async () => {
  for (const { setTo, give, money } of [await salon('owner', limits), await salon('manager', undefined)]) {
    expect((await setTo(50)).status).toBe(200);
    expect((await give('visits', 30)).status).toBe(201);
    expect((await money(90_000)).status).toBe(201);
  }
});

test('a limit of one kind is none of the other', async () => {
  const { give, money } = await salon('manager', { visits: 1 });
  expect((await give('visits', 2)).body).toMatchObject({ code: 'approval_needed' });
  expect((await give('allowance', 90_000)).status).toBe(201);
  expect((await money(90_000)).status).toBe(201);
});
