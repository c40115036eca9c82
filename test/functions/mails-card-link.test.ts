import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openCardPage } from '../../functions/billing/open-checkout.ts';
import { billingWrite } from '../../functions/store/billing-rows.ts';
import { tokenHashOf } from '../../functions/store/link-rows.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { billingWorldForTests, memberId } from '../support/billing-world.ts';
import { postOffice } from '../support/post-office.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const minute = 60_000;
const day = 24 * 60 * minute;
const byStaff = { kind: 'staff', staffId: 'stf_01JAB000000000000000000001' } as const;

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

/** A member whose payment has failed, with the first mail about it. */
async function pastDue() {
  const world = await billingWorldForTests();
  const post = postOffice(world);
  world.provider.behave('pm_good', soft);
  await post.live('2026-02-28T15:00:00Z');
  return { world, post, token: post.token() };
}
const link = async ({ world }: Pick<Awaited<ReturnType<typeof pastDue>>, 'world'>) =>
  (await world.member()).billing.value.link;

describe('the link in a payment mail', () => {
  // 000-021
  test('tells what is due, and nothing about the person', async () => {
    const { post, token } = await pastDue();
    expect(await post.call('link', { token })).toMatchObject({
      status: 200,
      body: {
        purpose: 'card_update',
        audience: 'member',
        state: 'valid',
        hasPassword: false,
        amountDue: { amount: 9900, currency: 'USD' },
      },
    });
    const { body } = await post.call('link', { token });
    expect(Object.keys(body).sort()).toEqual(['amountDue', 'audience', 'hasPassword', 'purpose', 'state']);
    expect(JSON.stringify(body)).not.toMatch(/mia|member@|Gold/i);
  });

  // 000-047
  test('is noted when it is opened for the first time, and again for a newer one', async () => {
    const at = await pastDue();
    const { world, post, token } = at;
    expect((await link(at))?.openedAt).toBeUndefined();
    await post.call('link', { token });
    const opened = await link(at);
    expect(opened?.openedAt).toBe(world.now());
    world.pass(minute);
    await post.call('link', { token });
    expect(await link(at)).toEqual(opened);

    await post.announce('payment.link_requested', {}, byStaff);
    await post.deliver();
    expect(await link(at)).toEqual({ sentAt: world.now() });
    // The older mail still works, but is not the one that staff ask about.
    expect((await post.call('link', { token })).body.state).toBe('valid');
    expect((await link(at))?.openedAt).toBeUndefined();
    await post.call('link', { token: post.token() });
    expect((await link(at))?.openedAt).toBe(world.now());
  });

  test('says nothing of an amount once it is paid, and works as long as it is meant to', async () => {
    const { world, post, token } = await pastDue();
    world.provider.behave('pm_good', 'good');
    await world.live('2026-03-04T15:00:00Z');
    const { body } = await post.call('link', { token });
    expect(body).toMatchObject({ state: 'valid' });
    expect(body).not.toHaveProperty('amountDue');
    world.moveTo(new Date(Date.parse('2026-02-28T14:00:00Z') + 7 * day).toISOString());
    expect((await post.call('link', { token })).body).toEqual({
      purpose: 'card_update',
      audience: 'member',
      state: 'expired',
      hasPassword: false,
    });
  });

  test('takes another card after one that was declined, and is used up when nothing is open any more', async () => {
    const { world, post, token } = await pastDue();
    const enter = async (card: string) => {
      const visitor = { slug: 'aurora', memberId, actor: { kind: 'member', memberId }, at: world.now() } as const;
      const page = { language: 'en', backTo: '/portal/card', requestId: card } as const;
      await openCardPage(world.world, { ...visitor, ...page }, tokenHashOf(token));
      return world.finishPage(card);
    };
    world.provider.behave('pm_worse', soft);
    expect(await enter('pm_worse')).toMatchObject({ payment: 'declined' });
    expect((await post.call('link', { token })).body).toMatchObject({ state: 'valid', amountDue: { amount: 9900 } });
    expect(await enter('pm_better')).toMatchObject({ payment: 'paid' });
    expect((await post.call('link', { token })).body.state).toBe('used');
  });

  // 000-022
  test('that has expired leads to a fresh one at the address on record now', async () => {
    const { world, post, token } = await pastDue();
    const { profileRow } = await world.member();
    const profile = { ...profileRow.value.profile, email: 'mia.new@example.com' };
    await world.table.commit(profileWrites('aurora', profileRow, profile));
    world.pass(day);
    expect((await post.call('link', { token })).body.state).toBe('expired');
    expect(await post.call('link/renewal', { token })).toMatchObject({ status: 202, body: {} });
    await post.deliver();
    expect(post.newest()).toMatchObject({ to: 'mia.new@example.com', tags: { template: 'payment_link' } });
    expect(post.newest().text).toContain('Amount due: $99.00');
    expect((await post.call('link', { token: post.token() })).body.state).toBe('valid');
  });

  test('brings one mail in twenty minutes and three in an hour, however often it is asked for', async () => {
    const { world, post, token } = await pastDue();
    world.pass(day);
    const before = post.mails.length;
    for (let passed = 0; passed < 120; passed += 1) {
      // Several at the same moment, before any mail could leave.
      for (let times = 0; times < 3; times += 1) expect((await post.call('link/renewal', { token })).status).toBe(202);
      await post.deliver();
      world.pass(minute);
    }
    expect(post.mails.length - before).toBe(6);
  });

  test('answers the same for a token that nobody was sent', async () => {
    const { post, token } = await pastDue();
    const unknown = await post.call('link/renewal', { token: 'x'.repeat(43) });
    expect(unknown).toEqual(await post.call('link/renewal', { token }));
    expect((await post.call('link', { token: 'x'.repeat(43) })).body.code).toBe('link_not_valid');
  });

  test('no longer works once staff void it; one that is sent after that does', async () => {
    const { world, post, token } = await pastDue();
    const { billing } = await world.member();
    const { sentAt = 0 } = billing.value.link ?? {};
    await world.table.commit([
      billingWrite('aurora', billing, { ...billing.value, link: { sentAt, voidBefore: world.now() } }),
    ]);
    expect((await post.call('link', { token })).body.state).toBe('expired');
    world.pass(minute);
    await post.announce('payment.link_requested', {}, byStaff);
    await post.deliver();
    expect((await post.call('link', { token: post.token() })).body.state).toBe('valid');
    expect((await post.call('link', { token })).body.state).toBe('expired');
  });

  test('is stored as a hash, and its token is in no row, no log line and no subject', async () => {
    const { world, post, token } = await pastDue();
    await post.call('link', { token });
    await post.call('link/renewal', { token });
    const logged = jest
      .mocked(process.stdout.write)
      .mock.calls.map(([text]) => String(text))
      .join('');
    expect(logged).toContain('"outcome":"sent"');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(world.table.rows()) + logged + post.subjects().join('')).not.toContain(token);
    expect(logged).not.toMatch(/mia@|Mia/);
    expect(logged).toContain(memberId);
  });
});
