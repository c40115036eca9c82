import { describe, expect, test } from '@jest/globals';
import { expireAccount } from '../../../functions/jobs/expire-credits.ts';
import { itemOf } from '../../../functions/store/item.ts';
import type { Write } from '../../../functions/store/table.ts';
import { countTransaction, withWireLog } from '../../../functions/store/wire-log.ts';
import type { Rollover } from '../../../shared/domain/rollover.ts';
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
  test('stays within 16 units month after month, whatever the length of the months', async () => {
    expect(Math.max(...(await unitsOfBills()))).toBeLessThanOrEqual(16);
  });

  test('costs up to 17 units where unused visits are kept for three periods, 19 where a full balance loses some', async () => {
    expect(Math.max(...(await unitsOfBills({ maxAgePeriods: 3 })))).toBe(17);
    expect(Math.max(...(await unitsOfBills({ maxAgePeriods: 3, maxBalance: 4 })))).toBe(19);
  });
});
