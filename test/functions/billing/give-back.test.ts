import { expect, test } from '@jest/globals';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { openCardPage, openPaymentPage } from '../../../functions/billing/open-checkout.ts';
import { markReady } from '../../../functions/billing/take-event.ts';
import { billingWorldForTests, memberId, membershipId } from '../../support/billing-world.ts';

test('a second payment goes back once and is told once, though the plug is pulled and days go by (F9, F31)', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', { declineClass: 'hard', code: 'lost_card' });
  await world.live('2026-03-02T15:00:00Z');
  const visitor = () =>
    ({
      slug: 'aurora',
      memberId,
      actor: { kind: 'member', memberId },
      at: world.now(),
      requestId: 'visit',
      language: 'en',
      backTo: '/portal',
    }) as const;
  await openPaymentPage(world.world, visitor(), `${membershipId}.1`);
  const page = world.provider.newestPage();
  await openCardPage(world.world, visitor());
  await world.finishPage('pm_new');
  world.provider.finish(page, 'pm_other');
  const report = () => {
    const actor = { kind: 'system', job: 'payment-provider' } as const;
    return completeCheckout(world.world, { slug: 'aurora', at: world.now(), requestId: 'report', actor }, page);
  };
  world.hooks.before = (call) => {
    if (call === 'commit' && world.provider.refunds().length > 0) throw new Error('pulled the plug');
  };
  await expect(report()).rejects.toThrow('pulled the plug');
  Object.assign(world.hooks, { before: undefined });
  // The provider has forgotten the key by now.
  world.pass(30 * 3_600_000);
  await report();
  await report();
  world.pass(48 * 3_600_000);
  await report();
  expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([9900]);
  expect(world.events('invoice.refunded')).toHaveLength(1);
});

test('money goes back also from an account that takes no cards any more', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', { declineClass: 'hard', code: 'lost_card' });
  await world.live('2026-03-02T15:00:00Z');
  const person = { slug: 'aurora', memberId, at: world.now(), requestId: 'r' } as const;
  const actor = { kind: 'system', job: 'payment-provider' } as const;
  await openPaymentPage(
    world.world,
    { ...person, actor: { kind: 'member', memberId }, language: 'en', backTo: '/portal' },
    `${membershipId}.1`,
  );
  const page = world.provider.newestPage();
  await openCardPage(world.world, {
    ...person,
    requestId: 'card',
    actor: { kind: 'member', memberId },
    language: 'en',
    backTo: '/portal',
  });
  await world.finishPage('pm_new');
  world.provider.finish(page, 'pm_other');
  await markReady(world.world, { slug: 'aurora', actor, at: world.now(), requestId: 'account' }, false);
  await completeCheckout(world.world, { slug: 'aurora', at: world.now(), requestId: 'report', actor }, page);
  expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([9900]);
});
