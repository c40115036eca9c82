import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { newKey, openSalon, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system, { visits: 2 });
});

test('a new version of a plan leaves its members on theirs', async () => {
  const memberId = await salon.addMember();
  const { plans } = await salon.owner.client.getSettings({});
  const [first] = plans;
  if (!first) throw new Error('the salon has no plan');
  const { planId, version, offered: _, ...terms } = first;
  const dearer = { ...terms, price: { ...terms.price, amount: terms.price.amount + 1000 } };
  const next = await salon.owner.client.publishPlan({ body: { planId, terms: dearer }, idempotencyKey: newKey() });
  expect(next).toMatchObject({ planId, version: version + 1 });
  const { memberships } = await salon.owner.client.getMember({ path: { memberId } });
  expect(memberships[0]?.plan).toMatchObject({ version, price: terms.price });
  // Visitors see what is on offer, seconds later: the catalogue is remembered for that long.
  const offered = async () => (await salon.visitor.listPlans({})).plans.filter((plan) => plan.planId === planId);
  for (let tries = 0; (await offered())[0]?.version !== version + 1 && tries < 20; tries += 1) await pause(500);
  expect(await offered()).toMatchObject([{ version: version + 1 }]);
});

test('a plan that contradicts itself is refused with both numbers', async () => {
  // 001-025, 001-048
  const publish = salon.publish([{ kind: 'visits', key: 'cuts', serviceIds: [salon.serviceId], units: 2 }], 3);
  await expect(publish).rejects.toMatchObject({
    problem: { code: 'visit_allowance_mismatch', details: { stated: 3, included: 2 } },
  });
});

test('a brand colour on which white text is hard to read is refused with one that works', async () => {
  // 003-070, 003-080
  const { version } = await salon.owner.client.getSettings({});
  const paint = (colour: string) => salon.owner.client.updateBusiness({ body: { version, brand: { colour } } });
  const refused = await paint('#ffdd55').catch((error) => error.problem);
  expect(refused).toMatchObject({ code: 'colour_unreadable', details: { suggestion: expect.stringMatching(/^#/) } });
  const { business } = await paint(refused.details.suggestion);
  expect(business.brand.colour).toBe(refused.details.suggestion);
});

test('nobody is enrolled in the same plan twice', async () => {
  const memberId = await salon.addMember();
  const again = salon.owner.client.enrolMember({
    path: { memberId },
    body: { planId: salon.planId, startsOn: salon.today },
    idempotencyKey: newKey(),
  });
  await expect(again).rejects.toMatchObject({ problem: { code: 'already_enrolled' } });
});

test('a manual change of credits sends no mail and is told to the client in calm words only', async () => {
  // 002-028 … 002-030
  const memberId = await salon.addMember({ email: `quiet-${newKey().toLowerCase()}@example.com`.replace(/_/g, '-') });
  const { credits, details } = await salon.owner.client.getMember({ path: { memberId } });
  const bucketId = credits[0]?.buckets[0]?.bucketId ?? '';
  const change = { path: { memberId, bucketId }, idempotencyKey: newKey() };
  const subjects = async () => {
    await system.idle();
    return (await system.mails()).filter(({ to }) => to.includes(details.email ?? '')).map(({ subject }) => subject);
  };
  // The first period was paid at the desk.
  expect(await subjects()).toEqual(['Your receipt from Test Salon']);
  await salon.owner.client.adjustCredit({ ...change, body: { available: 7, reason: 'correction', note: 'Internal' } });
  expect(await subjects()).toHaveLength(1);
  const { items } = await salon.owner.client.listCreditEntries({ path: { memberId }, query: {} });
  expect(items[0]).toMatchObject({ kind: 'ADJUST', units: 5, by: 'Olga Owner', note: 'Internal' });
});

test('a plan off offer takes nobody new, keeps who is in it, and can be offered again', async () => {
  const salonWithMember = await openSalon(system);
  const { owner, planId, visitor } = salonWithMember;
  const memberId = await salonWithMember.addMember();
  expect(await owner.client.setPlanOffered({ path: { planId }, body: { offered: false } })).toMatchObject({
    offered: false,
  });
  const visible = async () => (await visitor.listPlans({})).plans.some((plan) => plan.planId === planId);
  for (let tries = 0; (await visible()) && tries < 20; tries += 1) await pause(500);
  expect(await visible()).toBe(false);
  await expect(salonWithMember.addMember()).rejects.toMatchObject({ problem: { code: 'plan_not_offered' } });
  const { memberships } = await owner.client.getMember({ path: { memberId } });
  expect(memberships[0]).toMatchObject({ status: 'active', plan: { planId } });

  await owner.client.setPlanOffered({ path: { planId }, body: { offered: true } });
  await expect(salonWithMember.addMember()).resolves.toMatch(/^mbr_/);
});

test('two authors of the same plan do not publish over each other', async () => {
  const { owner, planId } = await openSalon(system);
  const [plan] = (await owner.client.getSettings({})).plans;
  if (!plan) throw new Error('the salon has no plan');
  const { planId: _, version, offered: __, ...terms } = plan;
  const publish = (amount: number) =>
    owner.client.publishPlan({
      body: { planId, basedOn: version, terms: { ...terms, price: { ...terms.price, amount } } },
      idempotencyKey: newKey(),
    });
  expect(await publish(6_000)).toMatchObject({ version: version + 1 });
  await expect(publish(5_000)).rejects.toMatchObject({ problem: { code: 'conflicting_change', status: 409 } });
});
