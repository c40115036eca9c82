import { describe, expect, test } from '@jest/globals';
import { StaffMember } from '../../shared/domain/staff-member.ts';
import { ownerEmail, ownerPassword, type SalonWorld, salonWorld } from '../support/salon-world.ts';

const credentials = (email: string, password = 'a long password') => ({ email, password });

const staffIdOf = (world: SalonWorld, name: string): string => {
  const people = world.table
    .rows()
    .flatMap(({ sk, data }) => (sk.startsWith('STAFF#') ? [StaffMember.parse(data)] : []));
  return people.find((person) => person.name === name)?.staffId ?? '';
};

describe('a member', () => {
  test('signs in and finds the profiles of this salon only', async () => {
    const world = await salonWorld().open();
    await world.open('borealis');
    const { memberId, email } = await world.joined();
    await world.joined({ firstName: 'Mia at the other' }, 'borealis');
    const session = await world.post('session', credentials('  MIA@example.com '));
    expect(session.body).toMatchObject({ email, profiles: [{ memberId, firstName: 'Mia' }] });
    expect(session.raw).not.toContain('refresh');
    const other = await world.post('session', credentials(email), { slug: 'borealis' });
    expect(other.body.profiles).toMatchObject([{ firstName: 'Mia at the other' }]);
  });

  test('learns nothing from a refusal about whether the address is known', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    const withoutId = (raw: string) => raw.replace(/request-\d+/, '');
    const wrong = await world.post('session', credentials(email, 'wrong'));
    const unknown = await world.post('session', credentials('nobody@example.com', 'wrong'));
    expect(wrong.status).toBe(401);
    expect(withoutId(wrong.raw)).toBe(withoutId(unknown.raw));
    expect(wrong.cookie).toBeUndefined();
  });

  test('stays signed in by the cookie until signing out, which ends the session for good', async () => {
    const world = await salonWorld().open();
    const { email } = await world.joined();
    const { cookie } = await world.post('session', credentials(email));
    const cookies = [`other=1`, `member-session=${cookie}`];
    const renewed = await world.post('session/refresh', {}, { cookies });
    expect(renewed).toMatchObject({ status: 200, cookie, body: { email } });
    const ended = await world.post('session/end', {}, { cookies });
    expect(ended).toMatchObject({ status: 200, cookie: '' });
    expect((await world.post('session/refresh', {}, { cookies })).body.code).toBe('session_ended');
    expect((await world.post('session/end', {}, { cookies })).status).toBe(200);
  });

  test('without a cookie has no session', async () => {
    const world = await salonWorld().open();
    expect((await world.post('session/refresh')).body.code).toBe('session_ended');
    expect((await world.post('session/end')).status).toBe(200);
  });

  test('does not find a profile that no longer names the login', async () => {
    const world = await salonWorld().open();
    const { memberId, email } = await world.joined();
    const profile = world.table.rows().find(({ sk, pk }) => sk === 'NOW#PROFILE' && pk.includes(memberId));
    if (!profile) throw new Error('no profile');
    const data = profile.data as { profile: object };
    const row = { pk: profile.pk, sk: profile.sk, data: { ...data, profile: { ...data.profile, logins: [] } } };
    await world.table.commit([{ kind: 'replace', row, version: profile.version }]);
    expect((await world.post('session', credentials(email))).body.profiles).toEqual([]);
  });
});

describe('staff', () => {
  test('sign in where they work', async () => {
    const world = await salonWorld().open();
    const session = await world.post('staff-session', credentials(ownerEmail, ownerPassword));
    expect(session).toMatchObject({ status: 200, body: { email: ownerEmail } });
    const cookies = [`staff-session=${session.cookie}`];
    expect((await world.post('staff-session/refresh', {}, { cookies })).status).toBe(200);
    expect((await world.post('staff-session/end', {}, { cookies })).cookie).toBe('');
    expect((await world.post('staff-session/refresh', {}, { cookies })).body.code).toBe('session_ended');
  });

  test('of another salon are refused as if the password were wrong, and no session stays', async () => {
    const world = await salonWorld().open();
    await world.open('borealis', { ownerEmail: 'bo@example.com', ownerName: 'Bo' });
    // The helper's owner belongs to aurora only; Bo has not accepted yet.
    const before = world.staff.sessions.size;
    const refused = await world.post('staff-session', credentials(ownerEmail, ownerPassword), { slug: 'borealis' });
    const wrong = await world.post('staff-session', credentials(ownerEmail, 'wrong'), { slug: 'borealis' });
    expect(refused.status).toBe(401);
    expect(refused.raw.replace(/request-\d+/, '')).toBe(wrong.raw.replace(/request-\d+/, ''));
    expect(world.staff.sessions.size).toBe(before);
  });

  test('who were removed cannot renew their session', async () => {
    const world = await salonWorld().open();
    await world.work('POST /api/{business}/staff/staff-members', {
      name: 'Rita',
      email: 'rita@example.com',
      role: 'receptionist',
    });
    await world.deliver();
    const token = world.tokenFor('rita@example.com');
    const joined = await world.post('staff-invitation', { token, password: 'a long password' });
    expect(joined.status).toBe(200);
    const staffId = staffIdOf(world, 'Rita');
    await world.work('DELETE /api/{business}/staff/staff-members/{staffId}', {}, { staffId });
    const cookies = [`staff-session=${joined.cookie}`];
    expect((await world.post('staff-session/refresh', {}, { cookies })).body.code).toBe('session_ended');
    expect(world.staff.sessions).not.toContain(joined.cookie);
    expect((await world.post('staff-invitation', { token, password: 'a long password' })).body.code).not.toBe(
      undefined,
    );
  });
});

describe('a colleague is invited', () => {
  const rita = { name: 'Rita', email: 'rita@example.com', role: 'receptionist' };
  const invite = 'POST /api/{business}/staff/staff-members';

  test('and somebody who works at two salons proves it with the password they have', async () => {
    const world = await salonWorld().open();
    await world.work(invite, rita);
    await world.deliver();
    expect(world.mails.at(-1)?.text).toContain('/admin/invitation#');
    await world.post('staff-invitation', { token: world.tokenFor(rita.email), password: 'a long password' });

    await world.open('borealis');
    await world.work(invite, rita, {}, 'borealis');
    await world.deliver();
    const token = world.tokenFor(rita.email);
    expect((await world.post('link', { token }, { slug: 'borealis' })).body).toMatchObject({
      purpose: 'staff_invitation',
      hasPassword: true,
      name: 'Rita',
    });
    const guess = await world.post('staff-invitation', { token, password: 'a wrong password' }, { slug: 'borealis' });
    expect(guess.body.code).toBe('sign_in_failed');
    expect(world.staff.accounts.get(rita.email)?.password).toBe('a long password');
    const right = await world.post('staff-invitation', { token, password: 'a long password' }, { slug: 'borealis' });
    expect(right.status).toBe(200);
    const again = await world.post('staff-invitation', { token, password: 'a long password' }, { slug: 'borealis' });
    expect(again.body.code).toBe('link_used');
    expect(world.table.rows().map(({ announces }) => announces)).toContain('staff.joined');
  });

  test('and who left can come back under the same login', async () => {
    const world = await salonWorld().open();
    const person = async () => {
      await world.work(invite, rita);
      await world.deliver();
      return world.post('staff-invitation', { token: world.tokenFor(rita.email), password: 'a long password' });
    };
    expect((await person()).status).toBe(200);
    const staffId = staffIdOf(world, 'Rita');
    await world.work('DELETE /api/{business}/staff/staff-members/{staffId}', {}, { staffId });
    expect((await person()).status).toBe(200);
    const session = await world.post('staff-session', { email: rita.email, password: 'a long password' });
    expect(session.status).toBe(200);
  });

  test('and an expired link leads to a fresh one', async () => {
    const world = await salonWorld().open();
    await world.work(invite, rita);
    await world.deliver();
    const token = world.tokenFor(rita.email);
    world.pass(8 * 24 * 3_600_000);
    expect((await world.post('staff-invitation', { token, password: 'a long password' })).body.code).toBe(
      'link_expired',
    );
    await world.post('link/renewal', { token });
    await world.deliver();
    const fresh = world.tokenFor(rita.email);
    expect((await world.post('staff-invitation', { token: fresh, password: 'a long password' })).status).toBe(200);
  });
});

describe('the salon’s page', () => {
  test('shows visitors name, looks and contact', async () => {
    const world = await salonWorld().open();
    const { body } = await world.get('business');
    expect(body).toMatchObject({ slug: 'aurora', name: 'Salon aurora', contact: { email: ownerEmail } });
    expect(body).not.toHaveProperty('policies');
    expect((await world.get('plans')).body).toEqual({ today: '2026-05-04', plans: [], services: [] });
    const manifest = (await world.get('manifest.webmanifest')).body;
    expect(manifest).toMatchObject({ name: 'Salon aurora', start_url: '/portal', theme_color: '#5b4a3f' });
    expect(manifest.icons.map(({ src }: { src: string }) => src)).toEqual([
      '/portal/icon-192.png',
      '/portal/icon-512.png',
    ]);
  });
});
