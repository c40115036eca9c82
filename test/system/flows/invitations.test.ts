import { beforeAll, expect, test } from '@jest/globals';
import { newEmail, newKey, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

// 000-034 … 000-037

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system);
});

test('the mail of an invitation sets a password and opens the portal, once', async () => {
  const memberId = await salon.addMember({ email: newEmail('ida') });
  const token = await salon.invite(memberId);
  expect(await salon.visitor.inspectLink({ body: { token } })).toMatchObject({
    purpose: 'member_invitation',
    state: 'valid',
    hasPassword: false,
  });
  const { profiles } = await salon.accept(token, password);
  expect(profiles.map((profile) => profile.memberId)).toEqual([memberId]);
  await expect(salon.accept(token, password)).rejects.toMatchObject({ problem: { code: 'link_used', status: 410 } });
});

test('a second invitation voids the first', async () => {
  const memberId = await salon.addMember({ email: newEmail('sven') });
  const first = await salon.invite(memberId);
  const second = await salon.invite(memberId);
  expect(second).not.toBe(first);
  await expect(salon.accept(first, password)).rejects.toMatchObject({ problem: { code: 'link_expired' } });
  expect((await salon.accept(second, password)).profiles).toHaveLength(1);
});

test('somebody with an account gets a link that signs in, and keeps the password', async () => {
  const email = newEmail('pat');
  const child = await salon.addMember({ email, firstName: 'Kim' });
  const parent = await salon.addMember({ email, firstName: 'Pat' });
  await salon.accept(await salon.invite(parent), password);

  const token = await salon.invite(child);
  const [mail] = (await system.mails()).filter(({ text }) => text.includes(token));
  expect(mail?.to).toEqual([email]);
  expect(await salon.visitor.inspectLink({ body: { token } })).toMatchObject({ state: 'valid', hasPassword: true });
  // 004-011: one login, both profiles.
  const { profiles } = await salon.accept(token, 'another-password-that-must-not-be-set');
  expect(profiles.map(({ firstName }) => firstName).sort()).toEqual(['Kim', 'Pat']);
  const again = await salon.visitor.openSession({ body: { email, password } });
  expect(again.profiles).toHaveLength(2);
});

test('a link to a mistyped address stops working when the record is corrected', async () => {
  const memberId = await salon.addMember({ email: newEmail('tpyo') });
  const token = await salon.invite(memberId);
  const { version, details } = await salon.owner.client.getMember({ path: { memberId } });
  const corrected = { ...details, email: newEmail('typo') };
  await salon.owner.client.updateMember({ path: { memberId }, body: { version, details: corrected } });
  await expect(salon.accept(token, password)).rejects.toMatchObject({ problem: { code: 'link_expired' } });
});

test('a client without an e-mail cannot be invited, and the answer says what to do', async () => {
  const memberId = await salon.addClient();
  const invite = salon.owner.client.sendPortalInvite({ path: { memberId }, body: {}, idempotencyKey: newKey() });
  await expect(invite).rejects.toMatchObject({
    problem: { code: 'email_missing', detail: expect.stringMatching(/e-mail/i) },
  });
});

test('the same press of the button twice sends one mail', async () => {
  const email = newEmail('once');
  const memberId = await salon.addMember({ email });
  const call = { path: { memberId }, body: {}, idempotencyKey: newKey() };
  await Promise.all([salon.owner.client.sendPortalInvite(call), salon.owner.client.sendPortalInvite(call)]);
  await system.idle();
  const subjects = (await system.mails()).filter(({ to }) => to.includes(email)).map(({ subject }) => subject);
  // The receipt is for the first period, which was paid at the desk.
  expect(subjects.sort()).toEqual(['Your invitation to Test Salon', 'Your receipt from Test Salon']);
});
