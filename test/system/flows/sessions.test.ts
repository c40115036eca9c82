import { beforeAll, describe, expect, test } from '@jest/globals';
import { staffClientFor } from '../../support/clients.ts';
import { rawCall } from '../../support/raw-call.ts';
import { newEmail, openSalon, password, type Scenario } from '../../support/scenario.ts';
import { sharedSystem } from '../../support/system.ts';

const system = sharedSystem();
let salon: Scenario;

beforeAll(async () => {
  salon = await openSalon(system);
});

const post = (path: string, body: unknown, cookie?: string) =>
  rawCall(system, {
    method: 'POST',
    path: `/${salon.slug}/public/${path}`,
    body,
    headers: cookie === undefined ? {} : { cookie },
  });
const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

async function newMember() {
  const email = newEmail('member');
  const memberId = await salon.addMember({ email });
  await salon.accept(await salon.invite(memberId), password);
  return { email, memberId };
}

describe('Signing in and out', () => {
  test('the session renews itself from a cookie that no script can read', async () => {
    const { email } = await newMember();
    const opened = await post('session', { email, password });
    expect(opened.status).toBe(200);
    const [set = ''] = opened.headers.getSetCookie();
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(set).toContain(attribute);
    expect(opened.text).not.toContain(cookieOf(opened.headers).split('=')[1]);
    const renewed = await post('session/refresh', {}, cookieOf(opened.headers));
    expect(renewed.status).toBe(200);
  });

  test('signing out revokes the session', async () => {
    // 004-064, 004-065
    const { email } = await newMember();
    const cookie = cookieOf((await post('session', { email, password })).headers);
    const ended = await post('session/end', {}, cookie);
    expect(ended.status).toBe(200);
    expect(ended.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
    const renewed = await post('session/refresh', {}, cookie);
    expect([renewed.status, renewed.problem.code]).toEqual([401, 'session_ended']);
  });

  test('a wrong password and an unknown address get the same answer', async () => {
    const { email } = await newMember();
    const wrong = await post('session', { email, password: 'not-the-password' });
    const unknown = await post('session', { email: newEmail('nobody'), password: 'not-the-password' });
    expect([wrong.status, wrong.problem.code]).toEqual([401, 'sign_in_failed']);
    const shown = ({ problem }: typeof wrong) => ({ ...problem, requestId: '' });
    expect(shown(unknown)).toEqual(shown(wrong));
  });

  test('somebody who was removed is refused at the next click', async () => {
    const colleague = await salon.hire('receptionist');
    await colleague.client.searchContacts({ query: {} });
    await salon.owner.client.removeStaff({ path: { staffId: colleague.staffId } });
    await expect(colleague.client.searchContacts({ query: {} })).rejects.toMatchObject({ problem: { status: 404 } });
    // The token itself is still good for minutes: it is the table that says no.
    const { status, problem } = await rawCall(system, { path: `/${salon.slug}/staff/self`, token: colleague.token });
    expect([status, problem.code]).toEqual([404, 'not_found']);
  });

  test('another role counts at the next click as well', async () => {
    const colleague = await salon.hire('receptionist');
    await salon.owner.client.changeRole({ path: { staffId: colleague.staffId }, body: { role: 'accountant' } });
    const add = rawCall(system, {
      method: 'POST',
      path: `/${salon.slug}/staff/members`,
      token: colleague.token,
      body: { firstName: 'No', lastName: 'More' },
      idempotencyKey: 'a-key-of-sixteen-characters',
    });
    expect((await add).problem.code).toBe('not_permitted');
  });

  test('the last owner cannot be removed', async () => {
    const { client, staffId } = salon.owner;
    await expect(client.removeStaff({ path: { staffId } })).rejects.toMatchObject({ problem: { code: 'last_owner' } });
  });
});

describe('Forgot Password', () => {
  // 000-038 … 000-040
  test('mails a link that sets a new password and ends every session', async () => {
    const { email } = await newMember();
    const cookie = cookieOf((await post('session', { email, password })).headers);
    expect((await post('password-reset', { email, audience: 'member' })).status).toBe(202);
    const token = await salon.inbox.token(email);
    const next = 'a-new-and-long-enough-password';
    await salon.visitor.resetPassword({ body: { token, password: next } });
    expect((await post('session/refresh', {}, cookie)).status).toBe(401);
    expect((await post('session', { email, password })).status).toBe(401);
    expect((await post('session', { email, password: next })).status).toBe(200);
    const again = salon.visitor.resetPassword({ body: { token, password: next } });
    await expect(again).rejects.toMatchObject({ problem: { code: 'link_used' } });
  });

  test('answers the same, in the same time, whether or not the address is known', async () => {
    const { email } = await newMember();
    const ask = async (address: string) => {
      const from = performance.now();
      const { status, text } = await post('password-reset', { email: address, audience: 'member' });
      return { took: performance.now() - from, answer: `${status} ${text}` };
    };
    const [known, unknown] = [[await ask(email)], [await ask(newEmail('nobody'))]];
    // Taken in turns, so that whatever slows the machine slows both.
    for (let round = 0; round < 15; round += 1) {
      known.push(await ask(email));
      unknown.push(await ask(newEmail('nobody')));
    }
    expect(new Set([...known, ...unknown].map(({ answer }) => answer)).size).toBe(1);
    const median = (times: { took: number }[]) => times.map(({ took }) => took).sort((a, b) => a - b)[8] ?? 0;
    // A look-up in the user pool would add a call of several milliseconds to one of them, every time.
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(Math.max(10, median(unknown) * 0.5));
    await system.idle();
    const mails = (await system.mails()).filter(({ to }) => to.includes(email));
    const links = mails.filter(({ text }) => text.includes('/portal/password#'));
    // At most three links an hour: nobody's inbox can be flooded from this form.
    expect(links).toHaveLength(3);
    // Beside them the invitation and the receipt of the first period, which was paid at the desk.
    expect(mails).toHaveLength(5);
  });

  test('works for staff, and not across salons', async () => {
    const other = await openSalon(system);
    const colleague = await salon.hire('cashier');
    await other.visitor.requestPasswordReset({ body: { email: colleague.email, audience: 'staff' } });
    await system.idle();
    const before = (await system.mails()).filter(({ to }) => to.includes(colleague.email)).length;
    expect(before).toBe(1);
    await salon.visitor.requestPasswordReset({ body: { email: colleague.email, audience: 'staff' } });
    const next = 'a-new-and-long-enough-password';
    await salon.visitor.resetPassword({ body: { token: await salon.inbox.token(colleague.email), password: next } });
    const client = await staffClientFor(system, { business: salon.slug, email: colleague.email, password: next });
    expect((await client.getStaffSelf({})).role).toBe('cashier');
  });
});
