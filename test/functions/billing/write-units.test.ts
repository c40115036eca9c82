import { describe, expect, test } from '@jest/globals';
import { expireAccount } from '../../../functions/jobs/expire-credits.ts';
import { itemOf } from '../../../functions/store/item.ts';
import type { Write } from '../../../functions/store/table.ts';
import { countTransaction, withWireLog } from '../../../functions/store/wire-log.ts';
import type { Rollover } from '../../../shared/domain/rollover.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import { billingWorldForTests, goldPlan, memberId, slug } from '../../support/billing-world.ts';

const day = 86_400_000;

/** What a transaction costs, as the log of the real table counts it. */
const unitsOf = (writes: readonly Write[]): number =>
  withWireLog((log) => {
    countTransaction(writes.map(({ row }) => itemOf(row, 1)));
    return log.writeUnits;
  });

/** Write units of each bill of 14 months of somebody who uses nothing, and whose credits expire as the schedule does it. */
async function unitsOfBills(rollover?: Rollover): Promise<number[]> {
  const benefits = goldPlan.benefits.map((benefit) =>
    benefit.kind === 'visits' && rollover ? { ...benefit, rollover } : benefit,
  );
  const world = await billingWorldForTests({ plan: { benefits } });
  const bills: number[] = [];
  for (let days = 0; days < 425; days += 1) {
    let units = 0;
    world.hooks.before = (_, writes) => {
      units += unitsOf(writes);
    };
    const commits = world.table.calls.commit;
    const did = [...(await world.sweep()), ...(await world.sweep())];
    world.hooks.before = () => undefined;
    if (did.includes('paid')) {
      // The claim and the settlement: two transactions.
      expect(world.table.calls.commit - commits).toBe(2);
      bills.push(units);
    }
    await expireAccount(world.world, { slug, memberId, asOf: world.now() }, 'the-sweep');
    world.pass(day);
  }
  expect(bills.length).toBeGreaterThanOrEqual(13);
  return bills;
}

// P11, docs/benchmarks.md
describe('what a renewal writes', () => {
  test('stays within 16 units month after month, also where unused visits are kept for three periods', async () => {
    expect(Math.max(...(await unitsOfBills()))).toBeLessThanOrEqual(16);
    expect(Math.max(...(await unitsOfBills({ maxAgePeriods: 3 })))).toBeLessThanOrEqual(16);
  });

  test('costs two units more, the entry of it, where a full balance loses some', async () => {
    expect(Math.max(...(await unitsOfBills({ maxAgePeriods: 3, maxBalance: 4 })))).toBe(17);
  });
});

// Issue “Credits people can trust”: at most seven write units
test('a redemption writes at most seven units, also with three benefits and what is left of the last period', async () => {
  const [facial] = goldPlan.benefits;
  if (facial?.kind !== 'visits') throw new Error('the plan gives visits');
  const massage = { ...facial, key: 'massage', serviceIds: ['svc_01JAB000000000000000000002'] };
  const haircut = { ...facial, key: 'haircut', serviceIds: ['svc_01JAB000000000000000000003'] };
  const world = await billingWorldForTests({ plan: { benefits: [facial, massage, haircut] } });
  const desk = await billingDesk(world);
  await world.live('2026-04-29T15:00:00Z');
  expect(await world.credits()).toHaveLength(6);
  const written: number[] = [];
  world.hooks.before = (call, writes) => {
    if (call === 'commit') written.push(unitsOf(writes));
  };
  expect((await desk.redeem(1)).status).toBe(201);
  expect(written).toHaveLength(1);
  expect(written[0]).toBeLessThanOrEqual(7);
});
