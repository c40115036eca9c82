import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { changeUndone } from '../../functions/billing/change-plan.ts';
import { change } from '../../functions/store/change.ts';
import { confirm, platinum, quote, salonOfPlans, sceneIn, silver } from '../support/plan-change-salon.ts';
import { postOffice } from '../support/post-office.ts';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function salon(options: Parameters<typeof salonOfPlans>[0] = {}) {
  const world = await salonOfPlans(options);
  const post = postOffice(world);
  await post.deliver();
  post.mails.length = 0;
  return { world, post };
}

describe('a change today', () => {
  test('is confirmed at once: what was paid, what came, the next bill; the receipt says the same amount (rule PC5)', async () => {
    const { world, post } = await salon();
    const offered = await quote(world, platinum);
    await confirm(world, offered);
    await post.deliver();
    const mail = post.mails.find(({ tags }) => tags.template === 'plan_changed');
    expect(mail).toMatchObject({ to: 'mia@example.com', subject: 'Your plan has changed' });
    for (const part of [
      'changed from Gold to Platinum on February 10, 2026',
      'Paid for it: $32.15',
      'Next bill: $149.00 (February 28, 2026, charged to Visa •••• 4242)',
      'Use by February 27, 2026',
    ])
      expect(mail?.text).toContain(part);
    expect(post.mails.find(({ tags }) => tags.template === 'receipt')?.text).toContain('$32.15');
    const before = post.mails.length;
    await post.deliver(true);
    expect(post.mails).toHaveLength(before);
  });

  test('whose card says no is told on the screen alone, and by mail when the answer came later', async () => {
    const { world, post } = await salon();
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    await confirm(world, await quote(world, platinum));
    await post.deliver();
    expect(post.mails).toEqual([]);
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    await confirm(world, await quote(world, platinum));
    world.provider.fail(() => undefined);
    await post.live('2026-02-10T21:00:00Z');
    expect(post.mails.map(({ subject }) => subject)).toEqual(['Your plan has not changed']);
    expect(post.newest().text).toContain('The payment of $32.15 did not go through');
  });
});

describe('a change with the next bill', () => {
  test('is announced at once, with its day, the amount and how to take it back', async () => {
    const { world, post } = await salon();
    await confirm(world, await quote(world, silver, 'next_period'));
    await post.deliver();
    expect(post.newest().subject).toBe('Your plan changes on February 28, 2026');
    for (const part of [
      'Next bill: $49.00 (February 28, 2026, charged to Visa •••• 4242)',
      'nothing is charged for the change',
      'reply to this e-mail or reach us here: hello@example.com',
    ])
      expect(post.newest().text).toContain(part);
  });

  test('leads to the portal where members change plans themselves', async () => {
    const features = { memberPauses: false, memberCancels: false, memberChangesPlan: true };
    const { world, post } = await salon({ business: { features } });
    await confirm(world, await quote(world, silver, 'next_period'));
    await post.deliver();
    expect(post.newest().text).toContain('See or take back the change:\nhttps://aurora.example.org/portal');
  });

  test('that was taken back before the mail could leave is not announced', async () => {
    const { world, post } = await salon();
    await confirm(world, await quote(world, silver, 'next_period'));
    await change(world.table, async () => changeUndone(await sceneIn(world)()), {
      pause: async () => undefined,
    });
    await post.deliver();
    expect(post.mails).toEqual([]);
  });

  test('is billed with a receipt and no further mail', async () => {
    const { world, post } = await salon();
    await confirm(world, await quote(world, silver, 'next_period'));
    await post.deliver();
    post.mails.length = 0;
    await post.live('2026-03-01T18:00:00Z');
    expect(post.mails.map(({ tags }) => tags.template)).toEqual(['renewal_notice', 'receipt']);
  });
});
