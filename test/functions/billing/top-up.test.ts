import { expect, test } from '@jest/globals';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { openTopUpPage } from '../../../functions/billing/open-checkout.ts';
import { billingWorldForTests, memberId } from '../../support/billing-world.ts';

test('money paid in on the provider’s page counts once, however often and by whom it is reported (F7)', async () => {
  const world = await billingWorldForTests();
  const at = world.now();
  const person = { slug: 'aurora', memberId, actor: { kind: 'member', memberId }, at, requestId: 'top-up' } as const;
  await openTopUpPage(world.world, { ...person, language: 'en', backTo: '/portal' }, 2500, 'Aurora');
  const sessionId = world.provider.newestPage();
  world.provider.finish(sessionId, 'pm_other');
  const report = (kind: 'visitor' | 'system') => {
    const actor = kind === 'visitor' ? ({ kind } as const) : ({ kind, job: 'payment-provider' } as const);
    return completeCheckout(world.world, { slug: 'aurora', at, requestId: kind, actor }, sessionId);
  };
  const answers = await Promise.all((['visitor', 'system', 'visitor', 'system'] as const).map(report));
  answers.push(await report('system'));
  for (const answer of answers) expect(answer).toMatchObject({ purpose: 'account_credit', payment: 'paid' });
  expect((await world.member()).money?.value.balance).toBe(2500);
  expect((await world.invoices()).map(({ total }) => total)).toEqual([2500]);
  expect(world.events('invoice.paid')).toHaveLength(1);
  expect(world.provider.succeeded()).toHaveLength(1);
});
