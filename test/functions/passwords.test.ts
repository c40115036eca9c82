import { describe, expect, test } from '@jest/globals';
import { sendMails } from '../../functions/events/send-mail.ts';
import { hour, ownerEmail, ownerPassword, type SalonWorld, salonWorld } from '../support/salon-world.ts';

const fresh = 'another long password';
const stateOf = async (world: SalonWorld, token: string) => (await world.post('link', { token })).body.state;
const forgot = (email: string, audience: 'member' | 'staff' = 'member') => ({ email, audience });

describe('a member who forgot the password', () => {
  // 000-039
  test('gets a link by mail, chooses another and is signed out everywhere else', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    expect(world.members.sessions.size).toBe(1);
    expect((await world.post('password-reset', forgot(email))).status).toBe(202);
    await world.deliver();
    const token = world.tokenFor(email);
    expect(world.mails.at(-1)?.text).toContain(`https://aurora.example.org/portal/password#${token}`);
    expect((await world.post('link', { token })).body).toMatchObject({
      purpose: 'password_reset',
      state: 'valid',
      email,
    });

    const reset = await world.post('password', { token, password: fresh });
    expect(reset.body).toEqual({ audience: 'member', email });
    expect(world.members.sessions.size).toBe(0);
    expect((await world.post('session', { email, password: 'a long password' })).body.code).toBe('sign_in_failed');
    expect((await world.post('session', { email, password: fresh })).status).toBe(200);
    expect((await world.post('password', { token, password: fresh })).body.code).toBe('link_used');
    expect(world.table.rows().map(({ announces }) => announces)).toContain('password.changed');
  });

  test('has one link that works: a newer one takes the place of it, and any reset ends them all', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    const ask = async () => {
      world.pass(60_000);
      await world.post('password-reset', forgot(email));
      await world.deliver();
      return world.tokenFor(email);
    };
    const first = await ask();
    const second = await ask();
    expect(await stateOf(world, first)).toBe('expired');
    expect((await world.post('password', { token: first, password: fresh })).body.code).toBe('link_expired');
    expect((await world.post('session', { email, password: 'a long password' })).status).toBe(200);
    expect((await world.post('password', { token: second, password: fresh })).status).toBe(200);
    expect(await stateOf(world, first)).toBe('expired');
    expect(await stateOf(world, second)).toBe('used');
    // The old one still leads to a fresh one.
    world.pass(60_000);
    await world.post('link/renewal', { token: first });
    await world.deliver();
    expect(await stateOf(world, world.tokenFor(email))).toBe('valid');
  });

  test('has one account at two salons, and so one link that works', async () => {
    const world = await salonWorld().open();
    await world.open('borealis');
    const { email } = await world.joined();
    await world.joined({ firstName: 'Mia at the other' }, 'borealis');
    await world.post('password-reset', forgot(email));
    await world.deliver();
    const here = world.tokenFor(email);
    world.pass(1000);
    await world.post('password-reset', forgot(email), { slug: 'borealis' });
    await world.deliver();
    const there = world.tokenFor(email);
    expect(await stateOf(world, here)).toBe('expired');
    expect((await world.post('password', { token: there, password: fresh }, { slug: 'borealis' })).status).toBe(200);
    expect((await world.post('password', { token: here, password: 'an intruder’s own' })).body.code).toBe(
      'link_expired',
    );
  });

  test('keeps the newest link when an older request arrives late, and the reset when one does', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    await world.post('password-reset', forgot(email));
    const late = world.events();
    world.pass(1000);
    await world.post('password-reset', forgot(email));
    await world.deliver();
    const token = world.tokenFor(email);
    const sent = world.mails.length;
    expect(await sendMails(world.mailWorld, late)).toEqual({ batchItemFailures: [] });
    expect(await stateOf(world, token)).toBe('valid');
    world.pass(1000);
    await world.post('password', { token, password: fresh });
    await sendMails(world.mailWorld, late);
    expect(world.mails).toHaveLength(sent);
  });

  test('ends with the reset also a link that was sent while it ran', async () => {
    let meanwhile: (() => Promise<void>) | undefined;
    const world = await salonWorld({
      before: async (call, writes) => {
        if (call !== 'commit' || !writes.some(({ row }) => row.announces === 'password.changed')) return;
        const run = meanwhile;
        meanwhile = undefined;
        await run?.();
      },
    }).open();
    const { email } = await world.joined();
    await world.post('password-reset', forgot(email));
    await world.deliver();
    const token = world.tokenFor(email);
    meanwhile = async () => {
      await world.post('password-reset', forgot(email));
      await world.deliver();
    };
    expect((await world.post('password', { token, password: fresh })).status).toBe(200);
    expect(world.tokenFor(email)).not.toBe(token);
    expect(await stateOf(world, world.tokenFor(email))).toBe('expired');
  });

  test('keeps the link when the first choice is refused', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    await world.post('password-reset', forgot(email));
    await world.deliver();
    const token = world.tokenFor(email);
    expect((await world.post('password', { token, password: 'short' })).status).toBe(400);
    expect((await world.post('password', { token, password: fresh })).status).toBe(200);
  });

  test('has an hour, then asks for a fresh link with the old one', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    await world.post('password-reset', forgot(email));
    await world.deliver();
    const token = world.tokenFor(email);
    world.pass(hour);
    expect((await world.post('password', { token, password: fresh })).body.code).toBe('link_expired');
    expect((await world.post('link/renewal', { token })).status).toBe(202);
    await world.deliver();
    expect((await world.post('password', { token: world.tokenFor(email), password: fresh })).status).toBe(200);
  });

  // 000-040
  test('is answered like somebody unknown, who gets no mail', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    const before = world.mails.length;
    const callsBefore = { ...world.table.calls };
    const known = await world.post('password-reset', forgot(email));
    const between = { ...world.table.calls };
    const unknown = await world.post('password-reset', forgot('nobody@example.com'));
    expect(unknown.raw).toBe(known.raw);
    expect(unknown.status).toBe(known.status);
    // The same work for both, so that the time does not tell either.
    const spent = (to: typeof between, from: typeof between) =>
      Object.fromEntries(Object.entries(to).map(([call, count]) => [call, count - from[call as keyof typeof from]]));
    expect(spent(between, callsBefore)).toEqual(spent(world.table.calls, between));
    expect(await world.deliver()).toEqual({ batchItemFailures: [] });
    expect(world.mails.slice(before).map(({ to }) => to)).toEqual([email]);
  });

  test('gets three mails an hour at most, and is answered the same', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    const before = world.mails.length;
    for (let i = 0; i < 6; i += 1) {
      expect((await world.post('password-reset', forgot(email))).status).toBe(202);
      await world.deliver();
      // A second delivery of the same event takes no second place.
      await world.deliver(true);
    }
    expect(world.mails.length - before).toBe(3);
    world.pass(hour);
    await world.post('password-reset', forgot(email));
    await world.deliver();
    expect(world.mails.length - before).toBe(4);
  });

  test('gets the mail in the end when the mail service was down for a while', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    await world.post('password-reset', forgot(email));
    world.refuseMails(true);
    for (let i = 0; i < 5; i += 1) expect((await world.deliver(true)).batchItemFailures.length).toBeGreaterThan(0);
    world.refuseMails(false);
    expect(await world.deliver(true)).toEqual({ batchItemFailures: [] });
    expect((await world.post('password', { token: world.tokenFor(email), password: fresh })).status).toBe(200);
  });

  test('gets no mail from a salon that they have nothing to do with, nor when the account is closed', async () => {
    const world = await salonWorld().open();
    await world.open('borealis');
    const { email } = await world.joined();
    const before = world.mails.length;
    await world.post('password-reset', forgot(email), { slug: 'borealis' });
    await world.deliver();
    world.members.disable(email);
    await world.post('password-reset', forgot(email));
    await world.deliver();
    expect(world.mails).toHaveLength(before);
  });

  test('cannot use an invitation as a password link, nor a password link as an invitation', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    const second = await world.addMember({ firstName: 'Ben' });
    await world.invite(second);
    await world.deliver();
    const invitation = world.tokenFor(email);
    await world.post('password-reset', forgot(email));
    await world.deliver();
    const reset = world.tokenFor(email);
    expect((await world.post('password', { token: invitation, password: fresh })).body.code).toBe('link_not_valid');
    expect((await world.post('invitation', { token: reset, password: fresh })).body.code).toBe('link_not_valid');
    expect((await world.post('staff-invitation', { token: invitation, password: fresh })).body.code).toBe(
      'link_not_valid',
    );
  });
});

describe('staff who forgot the password', () => {
  test('get a link into the admin page', async () => {
    const world = await salonWorld().open();
    await world.post('password-reset', forgot(ownerEmail, 'staff'));
    await world.deliver();
    const token = world.tokenFor(ownerEmail);
    expect(world.mails.at(-1)?.text).toContain('/admin/password#');
    expect((await world.post('password', { token, password: fresh })).body.audience).toBe('staff');
    expect((await world.post('staff-session', { email: ownerEmail, password: fresh })).status).toBe(200);
    expect((await world.post('staff-session', { email: ownerEmail, password: ownerPassword })).status).toBe(401);
  });
});
