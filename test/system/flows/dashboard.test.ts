import { beforeAll, expect, test } from '@jest/globals';
import { memberClientFor } from '../../support/clients.ts';
import { rawCall } from '../../support/raw-call.ts';
import { newEmail, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system, { visits: 2 });
});

test('a member sees status, plan, price, credits with their last day, and the next bill', async () => {
  // 000-001 … 000-012, 001-017, 001-072, 001-073, 001-075
  const email = newEmail('member');
  const memberId = await salon.addMember({ email });
  const { client, profiles } = await salon.accept(await salon.invite(memberId), password);
  expect(profiles).toEqual([{ memberId, firstName: 'Mia', lastName: 'Member' }]);

  const page = await client.getDashboard({ path: { memberId } });
  expect(page.signedInAs).toBe(email);
  const [membership] = page.memberships;
  expect(membership).toMatchObject({
    status: 'active',
    usability: 'usable',
    plan: { name: 'Monthly', price: { amount: 10_000, currency: 'USD' } },
  });
  expect(membership?.nextBill).toEqual({ kind: 'on', date: membership?.period.end });
  expect(page.credits).toHaveLength(1);
  expect(page.credits[0]).toMatchObject({ kind: 'visits', available: 2, serviceIds: [salon.serviceId] });
  expect(page.credits[0]?.buckets[0]?.expiresOn).toMatch(/^\d{4}-\d\d-\d\d$/);

  await salon.redeem(memberId);
  expect((await client.getDashboard({ path: { memberId } })).credits[0]?.available).toBe(1);
});

test('the dashboard is one query of the table, however much there is in the history', async () => {
  const email = newEmail('member');
  const memberId = await salon.addMember({ email });
  await salon.redeem(memberId);
  await salon.redeem(memberId);
  const { accessToken } = await salon.accept(await salon.invite(memberId), password);
  const path = `/${salon.slug}/member/members/${memberId}/dashboard`;
  // The first call of an instance reads the business as well; it is remembered for some seconds.
  const answers = [];
  for (let call = 0; call < 4; call += 1) answers.push(await rawCall(system, { path, token: accessToken }));
  const lines = await Promise.all(answers.map(({ requestId }) => system.requestLine(requestId)));
  const warm = lines.at(-1);
  expect(warm).toMatchObject({ operation: 'getDashboard', status: 200, tableCalls: 1, tableOperations: ['Query'] });
  // One unit for each 4 kB of a strongly consistent read: profile, membership and account together are below that.
  expect(warm?.readUnits).toBeLessThanOrEqual(1);
});

test('somebody without a membership is told so, with the address they are signed in with', async () => {
  // 000-044
  const email = newEmail('visitor');
  const memberId = await salon.addClient({ email });
  const { client } = await salon.accept(await salon.invite(memberId), password);
  const page = await client.getDashboard({ path: { memberId } });
  expect(page).toMatchObject({ signedInAs: email, memberships: [], credits: [] });
});

test('a login that differs from the record’s e-mail is flagged to staff', async () => {
  // 000-041, 000-042
  const email = newEmail('old');
  const memberId = await salon.addMember({ email });
  await salon.accept(await salon.invite(memberId), password);
  const { owner } = salon;
  const before = await owner.client.getMember({ path: { memberId } });
  expect(before.portal).toMatchObject({ state: 'can_sign_in', mismatch: false, logins: [{ email }] });

  const details = { ...before.details, email: newEmail('new') };
  await owner.client.updateMember({ path: { memberId }, body: { version: before.version, details } });
  const after = await owner.client.getMember({ path: { memberId } });
  expect(after.portal).toMatchObject({ state: 'can_sign_in', mismatch: true, logins: [{ email }] });
  // The old address goes on working: nobody is locked out by a correction at the desk.
  const session = await memberClientFor(system, { business: salon.slug, email, password });
  expect(session.profiles.map((profile) => profile.memberId)).toEqual([memberId]);
});
