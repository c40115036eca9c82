import { describe, expect, test } from '@jest/globals';
import { billingDesk } from '../support/billing-desk.ts';
import { billingWorldForTests } from '../support/billing-world.ts';

/** A month of a member of a salon in New York: two visits of each period, the second period from February 28. */
async function month() {
  const world = await billingWorldForTests();
  const desk = await billingDesk(world);
  await world.live('2026-03-02T15:00:00Z');
  await desk.redeem(1);
  await world.live('2026-03-10T15:00:00Z');
  await desk.call('POST {member}/account-credit', { amount: 2_500, reason: 'paid_in' });
  await desk.redeem(1);
  await world.live('2026-03-20T15:00:00Z');
  const on = async (day: string) => desk.ask('GET {staff}/members/{memberId}/credits/balance', { on: day });
  return { world, desk, on };
}

// Rule C2.10: the balance at any past instant, told from the entries
describe('what a client had at the end of a day', () => {
  test('is told from the history, for credits and for account credit', async () => {
    const { on } = await month();
    const had = async (day: string) => {
      const { credits, accountCredit } = (await on(day)).body;
      return [credits.map(({ available }: { available: number }) => available), accountCredit.amount];
    };
    expect(await had('2026-02-27')).toEqual([[], 0]);
    expect(await had('2026-02-28')).toEqual([[2], 0]);
    expect(await had('2026-03-02')).toEqual([[1], 0]);
    expect(await had('2026-03-09')).toEqual([[1], 0]);
    expect(await had('2026-03-10')).toEqual([[], 2_500]);
    expect(await had('2026-03-20')).toEqual([[], 2_500]);
  });

  test('goes by the salon’s day, not by ours', async () => {
    const { world, desk, on } = await month();
    // Eleven at night in New York is the next day in UTC.
    await world.live('2026-04-11T03:00:00Z');
    await desk.redeem(1);
    await world.live('2026-04-12T15:00:00Z');
    const left = async (day: string) => (await on(day)).body.credits[0]?.available;
    expect([await left('2026-04-09'), await left('2026-04-10'), await left('2026-04-11')]).toEqual([2, 1, 1]);
  });

  test('that is still to come is not known', async () => {
    const { on } = await month();
    expect((await on('2026-03-20')).status).toBe(200);
    expect(await on('2026-03-21')).toMatchObject({ status: 422, body: { code: 'day_in_the_future' } });
  });
});
