import { describe, expect, jest, test } from '@jest/globals';
import { keys } from '../../functions/store/keys.ts';
import { ProfileRow } from '../../functions/store/profile-row.ts';
import { day, hour, type SalonWorld, salonWorld } from '../support/salon-world.ts';

const password = 'a long password';

async function profileOf(world: SalonWorld, memberId: string) {
  const [row] = await world.table.read([keys.profile('aurora', memberId)]);
  return ProfileRow.parse(row?.data).profile;
}

const updateMember = (world: SalonWorld, memberId: string, version: number, details: object) =>
  world.work('PUT /api/{business}/staff/members/{memberId}', { version, details }, { memberId });

describe('a client is invited to the portal', () => {
  // 000-034, 000-036
  test('by a mail with which they set up a password, and are signed in', async () => {
    const world = await salonWorld().open();
    const memberId = await world.addMember();
    expect((await world.invite(memberId)).status).toBe(202);
    await world.deliver();

    const token = world.tokenFor('mia@example.com');
    const mail = world.mails.at(-1);
    expect(mail?.text).toContain(`https://aurora.example.org/portal/invitation#${token}`);
    expect((await profileOf(world, memberId)).invitation).toMatchObject({ sentAt: world.now() });
    expect((await world.post('link', { token })).body).toEqual({
      purpose: 'member_invitation',
      audience: 'member',
      state: 'valid',
      hasPassword: false,
      email: 'mia@example.com',
      name: 'Mia Meyer',
    });

    const accepted = await world.post('invitation', { token, password });
    expect(accepted).toMatchObject({
      status: 200,
      body: { email: 'mia@example.com', profiles: [{ memberId, firstName: 'Mia', lastName: 'Meyer' }] },
    });
    expect(world.members.sessions).toContain(accepted.cookie);
    const profile = await profileOf(world, memberId);
    expect(profile.logins).toMatchObject([{ email: 'mia@example.com', linkedAt: world.now() }]);
    expect(profile.invitation?.acceptedAt).toBe(world.now());
    expect(world.table.rows().map(({ announces }) => announces)).toContain('member.login_linked');
    expect((await world.post('session', { email: 'mia@example.com', password })).status).toBe(200);
  });

  test('and the link works once', async () => {
    const world = await salonWorld().open();
    await world.joined();
    const token = world.tokenFor('mia@example.com');
    expect((await world.post('invitation', { token, password })).body.code).toBe('link_used');
    expect((await world.post('link', { token })).body).toMatchObject({ state: 'used', hasPassword: false });
  });

  // 000-037
  test('again, and the first link no longer works', async () => {
    const world = await salonWorld().open();
    const memberId = await world.addMember();
    await world.invite(memberId);
    await world.deliver();
    const first = world.tokenFor('mia@example.com');
    world.pass(hour);
    await world.invite(memberId);
    expect((await world.post('invitation', { token: first, password })).body.code).toBe('link_expired');
    await world.deliver();
    const second = world.tokenFor('mia@example.com');
    expect(second).not.toBe(first);
    expect((await world.post('invitation', { token: first, password })).body.code).toBe('link_expired');
    expect((await world.post('link', { token: first })).body.state).toBe('expired');
    expect(world.members.accounts.size).toBe(0);
    expect((await world.post('invitation', { token: second, password })).status).toBe(200);
  });

  test('twice before the first mail left, and only the second mail is sent', async () => {
    const world = await salonWorld().open();
    const memberId = await world.addMember();
    await world.invite(memberId);
    world.pass(1000);
    await world.invite(memberId);
    const before = world.mails.length;
    await world.deliver();
    expect(world.mails).toHaveLength(before + 1);
    expect((await world.post('invitation', { token: world.tokenFor('mia@example.com'), password })).status).toBe(200);
  });

  // 000-037
  test('who already has an account gets a link that signs in and cannot change the password', async () => {
    const world = await salonWorld().open();
    await world.joined();
    const son = await world.addMember({ firstName: 'Ben' });
    await world.invite(son);
    await world.deliver();
    expect(world.mails.at(-1)?.subject).toBe('Anmelden bei Salon aurora');
    const token = world.tokenFor('mia@example.com');
    expect((await world.post('link', { token })).body.hasPassword).toBe(true);

    const accepted = await world.post('invitation', { token, password: 'an intruder’s password' });
    expect(accepted.status).toBe(200);
    expect(accepted.body.profiles.map((profile: { firstName: string }) => profile.firstName)).toEqual(['Ben', 'Mia']);
    expect(world.members.accounts.get('mia@example.com')?.password).toBe(password);
  });

  test('and without a password the link is not used up', async () => {
    const world = await salonWorld().open();
    await world.invite(await world.addMember());
    await world.deliver();
    const token = world.tokenFor('mia@example.com');
    const missing = await world.post('invitation', { token });
    expect(missing.body).toMatchObject({ code: 'malformed_request', errors: [{ field: 'password' }] });
    expect((await world.post('invitation', { token, password })).status).toBe(200);
  });

  test('and after a week the link has expired, but leads to a fresh one at the address on record', async () => {
    const world = await salonWorld().open();
    const memberId = await world.addMember();
    await world.invite(memberId);
    await world.deliver();
    const token = world.tokenFor('mia@example.com');
    world.pass(7 * day - 1);
    expect((await world.post('link', { token })).body.state).toBe('valid');
    world.pass(1);
    expect((await world.post('link', { token })).body).toEqual({
      purpose: 'member_invitation',
      audience: 'member',
      state: 'expired',
      hasPassword: false,
    });
    expect((await world.post('invitation', { token, password })).body.code).toBe('link_expired');

    expect((await world.post('link/renewal', { token })).status).toBe(202);
    await world.deliver();
    const fresh = world.tokenFor('mia@example.com');
    expect(fresh).not.toBe(token);
    expect((await world.post('invitation', { token: fresh, password })).status).toBe(200);
    // Accepted: the old link must not start all over.
    world.pass(day);
    await world.post('link/renewal', { token });
    const before = world.mails.length;
    await world.deliver();
    expect(world.mails).toHaveLength(before);
  });

  test('and somebody who asks for fresh links without end causes one in twenty minutes', async () => {
    const world = await salonWorld().open();
    await world.invite(await world.addMember());
    await world.deliver();
    const token = world.tokenFor('mia@example.com');
    world.pass(8 * day);
    const before = world.mails.length;
    for (let minute = 0; minute < 60; minute += 1) {
      expect((await world.post('link/renewal', { token })).status).toBe(202);
      await world.deliver();
      world.pass(60_000);
    }
    expect(world.mails.length - before).toBe(3);
  });

  test('at a mistyped address, and the link dies when staff correct the address', async () => {
    const world = await salonWorld().open();
    const memberId = await world.addMember({ email: 'mai@example.com' });
    await world.invite(memberId);
    await world.deliver();
    const token = world.tokenFor('mai@example.com');
    const details = { firstName: 'Mia', lastName: 'Meyer', email: 'mia@example.com' };
    // The form was opened before the invitation went out: that must not make it out of date.
    expect((await updateMember(world, memberId, 1, details)).status).toBe(200);
    expect((await world.post('invitation', { token, password })).body.code).toBe('link_expired');
    world.pass(hour);
    await world.post('link/renewal', { token });
    await world.deliver();
    expect(world.mails.at(-1)?.to).toBe('mia@example.com');
  });

  test('and a link of one salon opens nothing at another', async () => {
    const world = await salonWorld().open();
    await world.open('borealis');
    await world.invite(await world.addMember());
    await world.deliver();
    const token = world.tokenFor('mia@example.com');
    const elsewhere = await world.post('invitation', { token, password }, { slug: 'borealis' });
    expect(elsewhere.body.code).toBe('link_not_valid');
  });

  test('and one link accepted twice at once leaves one session', async () => {
    const world = await salonWorld().open();
    await world.invite(await world.addMember());
    await world.deliver();
    const token = world.tokenFor('mia@example.com');
    const both = await Promise.all([1, 2].map(() => world.post('invitation', { token, password })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(world.members.sessions.size).toBe(1);
  });
});

describe('a mail', () => {
  test('is sent once however often its event arrives', async () => {
    const world = await salonWorld().open();
    await world.invite(await world.addMember());
    const before = world.mails.length;
    await world.deliver();
    expect(await world.deliver(true)).toEqual({ batchItemFailures: [] });
    expect(world.mails).toHaveLength(before + 1);
  });

  test('that the mail service refuses comes back alone, and both its links work until one is used', async () => {
    const world = await salonWorld().open();
    await world.invite(await world.addMember());
    world.refuseMails(true);
    const failed = await world.deliver();
    expect(failed.batchItemFailures).toHaveLength(1);
    world.refuseMails(false);
    expect(await world.deliver(true)).toEqual({ batchItemFailures: [] });
    const [lost] = world.tokens.slice(-2);
    expect((await world.post('link', { token: lost })).body.state).toBe('valid');
    await world.post('invitation', { token: world.tokenFor('mia@example.com'), password });
    expect((await world.post('link', { token: lost })).body.state).toBe('used');
  });

  test('is sent a second time at most when the function dies before it could note the first', async () => {
    let dying = false;
    const world = await salonWorld({
      before: (call, writes) => {
        if (dying && call === 'commit' && writes[0]?.row.sk === 'MAIL') throw new Error('gone');
      },
    }).open();
    await world.invite(await world.addMember());
    const before = world.mails.length;
    dying = true;
    expect((await world.deliver()).batchItemFailures).toHaveLength(1);
    dying = false;
    await world.deliver(true);
    await world.deliver(true);
    expect(world.mails).toHaveLength(before + 2);
    const [first, second] = world.tokens.slice(-2);
    expect((await world.post('invitation', { token: first, password })).status).toBe(200);
    expect((await world.post('link', { token: second })).body.state).toBe('used');
  });
});

test('no token is ever stored, announced or logged', async () => {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const world = await salonWorld().open();
  const { email } = await world.joined();
  await world.post('password-reset', { email, audience: 'member' });
  await world.deliver();
  await world.post('password', { token: world.tokenFor(email), password: 'another long password' });
  await world.post('link/renewal', { token: world.tokenFor(email) });
  spy.mockRestore();

  expect(world.tokens.length).toBeGreaterThanOrEqual(3);
  const everything = JSON.stringify(world.table.rows()) + written.join('');
  for (const token of world.tokens) expect(everything).not.toContain(token);
  expect(written.join('')).not.toMatch(/@|Mia|Meyer|a long password/);
  expect(written.join('')).toContain('"outcome":"sent"');
  for (const { subject } of world.mails) expect(world.tokens.some((token) => subject.includes(token))).toBe(false);
});
