import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { loadScene } from '../../functions/billing/scene.ts';
import { billingWrite } from '../../functions/store/billing-rows.ts';
import { billingWorldForTests, memberId } from '../support/billing-world.ts';
import { postOffice } from '../support/post-office.ts';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

/** A member whose card expires before the next bill, which is on 31 March. */
async function expiring() {
  const world = await billingWorldForTests();
  const post = postOffice(world);
  const { billing } = await world.member();
  const { card } = billing.value;
  if (!card) throw new Error('a card is on file');
  await post.live('2026-03-01T00:00:00Z');
  const now = (await world.member()).billing;
  await world.table.commit([
    billingWrite('aurora', now, { ...now.value, card: { ...card, expMonth: 2, expYear: 2026 } }),
  ]);
  post.mails.length = 0;
  // A card that is changed makes the membership's next instant be computed anew.
  await world.table.commit([(await sceneOf(world)).become(await world.membership())]);
  return { world, post };
}

async function sceneOf(world: Awaited<ReturnType<typeof billingWorldForTests>>) {
  const scene = await loadScene(world.world, world.scene());
  if (!scene) throw new Error('the membership is there');
  return scene;
}

describe('the reminder that a card expires', () => {
  // Rule D2
  test('names the card and the bill, and brings the link that mends it', async () => {
    const { post } = await expiring();
    await post.live('2026-03-02T00:00:00Z');
    const mail = post.newest();
    expect(mail).toMatchObject({
      subject: 'Your card expires before your next bill',
      tags: { template: 'card_expiring' },
    });
    for (const part of ['Visa •••• 4242', 'Valid until: 02/26', 'Next bill: March 31', 'Nothing is charged now'])
      expect(mail.text).toContain(part);
    expect((await post.call('link', { token: post.token() })).body).toMatchObject({
      purpose: 'card_update',
      state: 'valid',
    });
  });

  // Rule M2, 003-068
  test('is ended by one POST of the mail program, without a session, whatever it sends along', async () => {
    const { world, post } = await expiring();
    await post.live('2026-03-02T00:00:00Z');
    const { unsubscribe } = post.newest();
    const token = post.token('unsubscribe');
    expect(unsubscribe).toEqual({
      url: `https://aurora.example.org/api/aurora/public/unsubscribe/${token}`,
      mailTo: 'hello@example.com',
    });
    const end = () =>
      post.call(
        'unsubscribe/{unsubscribeToken}',
        'List-Unsubscribe=One-Click',
        { unsubscribeToken: token },
        'application/x-www-form-urlencoded',
      );
    expect(await end()).toEqual({ status: 200, body: {}, cookies: undefined });
    expect((await world.member()).profile.unsubscribed).toEqual(['service']);
    expect(world.events('preferences.changed')).toMatchObject([{ data: { actor: { kind: 'member', memberId } } }]);
    // Asked again, and long after: the same answer and no second effect.
    expect((await end()).status).toBe(200);
    world.pass(500 * 24 * 3_600_000);
    expect((await end()).status).toBe(200);
    expect(world.events('preferences.changed')).toHaveLength(1);
  });

  test('does not come again then, but what is required does', async () => {
    const { world, post } = await expiring();
    await post.live('2026-03-02T00:00:00Z');
    const unsubscribeToken = post.token('unsubscribe');
    await post.call('unsubscribe/{unsubscribeToken}', '', { unsubscribeToken });
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'expired_card' });
    await post.live('2026-04-01T00:00:00Z');
    expect(world.events('membership.notice_due')).toHaveLength(2);
    expect(post.subjects()).toEqual([
      'Your card expires before your next bill',
      'Your membership payment needs attention',
    ]);
  });

  test('looked at, tells nothing and ends nothing', async () => {
    const { world, post } = await expiring();
    await post.live('2026-03-02T00:00:00Z');
    const token = post.token('unsubscribe');
    expect((await post.call('link', { token })).body).toEqual({
      purpose: 'unsubscribe',
      audience: 'member',
      state: 'valid',
      hasPassword: false,
    });
    expect((await world.member()).profile.unsubscribed).toBeUndefined();
  });

  test('does not come for a card that was replaced before nine', async () => {
    const { world, post } = await expiring();
    await world.live('2026-03-01T15:00:00Z');
    expect(world.events('membership.notice_due')).toHaveLength(1);
    const { billing } = await world.member();
    const { card } = billing.value;
    if (!card) throw new Error('a card is on file');
    await world.table.commit([billingWrite('aurora', billing, { ...billing.value, card: { ...card, expYear: 2030 } })]);
    await post.deliver();
    expect(post.mails).toEqual([]);
  });
});

test('a token that nobody was sent, or that is for something else, is not found', async () => {
  const { post } = await expiring();
  await post.live('2026-03-02T00:00:00Z');
  for (const unsubscribeToken of ['x'.repeat(43), post.token('card')]) {
    const { status, body } = await post.call('unsubscribe/{unsubscribeToken}', '', { unsubscribeToken });
    expect([status, body.code]).toEqual([404, 'not_found']);
  }
});
