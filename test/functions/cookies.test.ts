import { describe, expect, test } from '@jest/globals';
import { publicOperations } from '../../shared/contract/public-operations.ts';
import { ownerEmail, ownerPassword, salonWorld } from '../support/salon-world.ts';

const password = 'a long password';

/** A salon with a client and its owner signed in side by side in one browser. */
async function setup() {
  const world = await salonWorld().open();
  const { email, memberId } = await world.joined();
  const member = await world.post('session', { email, password });
  const staff = await world.post('staff-session', { email: ownerEmail, password: ownerPassword });
  const cookies = [`member-session=${member.cookie}`, `staff-session=${staff.cookie}`];
  return { world, email, memberId, member, staff, cookies };
}

describe('the cookie of a session', () => {
  test('is for no script, this host, this salon and our own pages only', async () => {
    const { member, staff } = await setup();
    for (const [{ setCookie }, name, age] of [
      [member, 'member-session', 30 * 24 * 3600],
      [staff, 'staff-session', 12 * 3600],
    ] as const) {
      expect(setCookie).toHaveLength(1);
      const [value = '', ...attributes] = (setCookie[0] ?? '').split('; ');
      expect(value).toMatch(new RegExp(`^${name}=.+`));
      // No Domain: the cookie of one salon's address goes to no other.
      const path = 'Path=/api/aurora/public';
      expect(attributes.sort()).toEqual([`Max-Age=${age}`, path, 'HttpOnly', 'SameSite=Strict', 'Secure'].sort());
    }
  });

  test('of a client does not disturb that of staff beside it, nor the other way round', async () => {
    const { world, email, cookies } = await setup();
    const renewed = await world.post('session/refresh', {}, { cookies });
    expect(renewed.body.email).toBe(email);
    expect(renewed.setCookie.map((cookie) => cookie.split('=')[0])).toEqual(['member-session']);
    const ended = await world.post('session/end', {}, { cookies });
    expect(ended.setCookie.map((cookie) => cookie.split('=')[0])).toEqual(['member-session']);
    expect((await world.post('session/refresh', {}, { cookies })).body.code).toBe('session_ended');
    const staff = await world.post('staff-session/refresh', {}, { cookies });
    expect([staff.status, staff.body.email]).toEqual([200, ownerEmail]);
    await world.post('staff-session/end', {}, { cookies });
    expect((await world.post('staff-session/refresh', {}, { cookies })).body.code).toBe('session_ended');
  });
});

describe('another site’s page in the same browser', () => {
  const sessionPaths = Object.values(publicOperations).flatMap((operation) =>
    'cookie' in operation ? [operation.path.replace('/{business}/public/', '')] : [],
  );
  const attempts = sessionPaths.flatMap((path) =>
    [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'content-type': 'text/plain' }].map(
      (headers) => ({ path, headers }),
    ),
  );
  test.each(attempts)('can neither use nor set a session: $path, $headers', async ({ path, headers }) => {
    const { world, cookies } = await setup();
    const before = [world.members.sessions, world.staff.sessions];
    const body = path.endsWith('session') ? { email: ownerEmail, password: ownerPassword } : {};
    const answer = await world.post(path, body, { cookies, headers });
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_request']);
    expect(answer.body.errors).toEqual([{ field: Object.keys(headers)[0], problem: expect.any(String) }]);
    expect(answer.setCookie).toEqual([]);
    expect([world.members.sessions, world.staff.sessions]).toEqual(before);
  });

  test('cannot make its visitors ask for password mails', async () => {
    const { world, email } = await setup();
    const asked = { email, audience: 'member' };
    const answer = await world.post('password-reset', asked, { headers: { 'content-type': 'text/plain' } });
    expect(answer.body.code).toBe('malformed_request');
  });

  test('while our own pages, and programs that say nothing of pages, are served', async () => {
    const { world, cookies } = await setup();
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json; charset=UTF-8' }])
      expect((await world.post('session/refresh', {}, { cookies, headers })).status).toBe(200);
  });
});

describe('an invitation opened while somebody else is signed in', () => {
  test('gives the profile to whom it was sent, and nothing to who was signed in', async () => {
    const { world, email, memberId, cookies } = await setup();
    const other = await world.addMember({ firstName: 'Nora', email: 'nora@example.com' });
    await world.invite(other);
    await world.deliver();
    const token = world.tokenFor('nora@example.com');
    const accepted = await world.post('invitation', { token, password }, { cookies });
    expect(accepted.body).toMatchObject({ email: 'nora@example.com', profiles: [{ memberId: other }] });
    expect(accepted.body.profiles).toHaveLength(1);
    const before = await world.post('session', { email, password });
    expect(before.body.profiles).toEqual([expect.objectContaining({ memberId })]);
  });
});

describe('somebody who no longer works here', () => {
  test('can neither sign in, nor renew, nor get a link for a new password', async () => {
    const { world } = await setup();
    const rita = { name: 'Rita', email: 'rita@example.com', role: 'receptionist' };
    const invited = await world.work('POST /api/{business}/staff/staff-members', rita);
    await world.deliver();
    const joined = await world.post('staff-invitation', { token: world.tokenFor(rita.email), password });
    const { staffId } = invited.body;
    await world.work('DELETE /api/{business}/staff/staff-members/{staffId}', {}, { staffId });

    const sessions = world.staff.sessions.size;
    expect((await world.post('staff-session', { email: rita.email, password })).body.code).toBe('sign_in_failed');
    expect(world.staff.sessions.size).toBe(sessions);
    const cookies = [`staff-session=${joined.cookie}`];
    expect((await world.post('staff-session/refresh', {}, { cookies })).body.code).toBe('session_ended');
    expect(world.staff.sessions).not.toContain(joined.cookie);
    const mails = world.mails.length;
    await world.post('password-reset', { email: rita.email, audience: 'staff' });
    await world.deliver();
    expect(world.mails).toHaveLength(mails);
  });
});
