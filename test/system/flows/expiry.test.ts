import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newKey, openSalon, type Scenario } from '../../support/scenario.ts';
import { type StartedSystem, startSystem } from '../../support/system.ts';

// A system of its own: the others' clock stands still.
let system: StartedSystem;
let salon: Scenario;
const hour = 3_600_000;

beforeAll(async () => {
  system = await startSystem({ frozenAt: Date.parse('2027-02-26T15:00:00Z') });
  // Eleven in the evening there: the day ends soon.
  salon = await openSalon(system, { timeZone: 'Asia/Singapore' });
}, 120_000);

afterAll(() => system?.close());

test('credits past their last day are written off once, on the salon’s own calendar', async () => {
  const memberId = await salon.addClient();
  const give = (units: number, expiresOn?: string) =>
    salon.owner.client.grantCredit({
      path: { memberId },
      body: {
        kind: 'visits',
        serviceIds: [salon.serviceId],
        units,
        reason: 'goodwill',
        ...(expiresOn === undefined ? {} : { expiresOn }),
      },
      idempotencyKey: newKey(),
    });
  const { today } = await give(3, salon.today);
  await give(1);
  const expiries = async () =>
    (await salon.owner.client.listCreditEntries({ path: { memberId }, query: {} })).items.filter(
      ({ kind }) => kind === 'EXPIRE',
    );

  // Still the last day: they can be used until it ends.
  await salon.redeem(memberId);
  expect(await expiries()).toEqual([]);

  await system.clock.advance(2 * hour);
  expect(await expiries()).toMatchObject([{ units: -2, by: 'system' }]);
  const page = await salon.owner.client.getMember({ path: { memberId } });
  expect(page.today > today).toBe(true);
  expect(page.credits.flatMap(({ buckets }) => buckets.map(({ available }) => available))).toEqual([1]);

  // The sweep runs every hour; there is nothing more to write.
  await system.clock.advance(2 * hour);
  expect(await expiries()).toHaveLength(1);
}, 120_000);

test('a link from a mail stops working after its time', async () => {
  const memberId = await salon.addMember({ email: `late-${salon.slug}@example.com` });
  const token = await salon.invite(memberId);
  await system.clock.advance(7 * 24 * hour);
  expect(await salon.visitor.inspectLink({ body: { token } })).toMatchObject({ state: 'expired' });
  // 000-022: an old link offers a fresh one.
  await salon.visitor.renewLink({ body: { token } });
  const fresh = await salon.inbox.token(`late-${salon.slug}@example.com`);
  expect(await salon.visitor.inspectLink({ body: { token: fresh } })).toMatchObject({ state: 'valid' });
}, 120_000);
