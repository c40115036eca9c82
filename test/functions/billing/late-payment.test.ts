import { describe, expect, test } from '@jest/globals';
import { billingDesk } from '../../support/billing-desk.ts';
import { billingWorldForTests, goldPlan } from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;

/** A plan of two visits that keeps three at most; the bill of 31 March failed, and its credits rest since 8 April. */
async function lateSalon() {
  const rollover = { maxBalance: 3, maxAgePeriods: 2 };
  const benefits = goldPlan.benefits.map((benefit) => (benefit.kind === 'visits' ? { ...benefit, rollover } : benefit));
  const world = await billingWorldForTests({ plan: { benefits } });
  const desk = await billingDesk(world);
  await world.live('2026-03-05T15:00:00Z');
  world.provider.behave('pm_good', soft);
  await world.live('2026-04-09T15:00:00Z');
  const buckets = async () =>
    (await world.credits())
      .filter(({ available }) => available > 0)
      .map(({ bucketId, available, expiresOn }) => [bucketId.split('.')[1], available, expiresOn]);
  return { world, desk, buckets };
}

// Rules C6, D5, G3; invariant C2.5
describe('a bill that is paid after the credits came to rest', () => {
  test.each([
    [
      'by the next try of the card',
      async ({ world }: Awaited<ReturnType<typeof lateSalon>>) => {
        world.provider.behave('pm_good', 'good');
        await world.live('2026-04-11T15:00:00Z');
      },
    ],
    [
      'in cash at the desk',
      async ({ world, desk }: Awaited<ReturnType<typeof lateSalon>>) => {
        const [open] = (await world.invoices()).filter(({ state }) => state === 'open');
        expect((await desk.recordPayment(open?.invoiceId ?? '')).status).toBe(201);
      },
    ],
  ])('%s brings its own credits, once, and what was kept counts against the cap', async (_, pay) => {
    const salon = await lateSalon();
    const { world, desk, buckets } = salon;
    expect(await buckets()).toEqual([['1', 2, '2026-05-30']]);
    expect((await desk.redeem(1)).body).toMatchObject({ code: 'credit_frozen' });

    await pay(salon);
    // Two kept and two new are one too many: the older one goes.
    expect(await buckets()).toEqual([
      ['1', 1, '2026-05-30'],
      ['2', 2, '2026-06-29'],
    ]);
    const [paid] = (await world.invoices()).filter(({ invoiceId }) => invoiceId.endsWith('.2'));
    expect(paid).toMatchObject({ state: 'paid', grants: [{ units: 2 }] });
    expect((await desk.redeem(3)).status).toBe(201);
    await expectLedgersInOrder(world);
    // The next bill comes on its day, for its own two.
    world.provider.behave('pm_good', 'good');
    await world.live('2026-05-02T15:00:00Z');
    expect(await buckets()).toEqual([['3', 2, '2026-07-30']]);
    await expectLedgersInOrder(world);
  });
});
