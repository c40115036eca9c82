import { describe, expect, test } from '@jest/globals';
import type { Queue } from '../../../functions/gateways/queue.ts';
import { type DueMembership, sweepBilling } from '../../../functions/jobs/sweep-billing.ts';
import { placeOnDueIndex } from '../../../functions/store/due-index.ts';
import { keys } from '../../../functions/store/keys.ts';
import { memoryTable } from '../../../functions/store/memory-table.ts';
import { insert } from '../../../functions/store/table.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const ulidOf = (number: number) => `01JAB${String(number).padStart(21, '0')}`;

/** Salons with so many memberships each, which were due one after the other, a second apart, until now. */
async function backlog(salons: Readonly<Record<string, number>>) {
  const table = memoryTable();
  let number = 0;
  for (const [slug, count] of Object.entries(salons)) {
    for (let index = 0; index < count; index += 1) {
      number += 1;
      const membershipId = `msh_${ulidOf(number)}`;
      const place = placeOnDueIndex('BILLING', at - (count - index) * 1000, slug, membershipId);
      await table.commit([
        insert({ ...keys.membership(slug, `mbr_${ulidOf(number)}`, membershipId), data: {}, ...place }),
      ]);
    }
  }
  const sent: (DueMembership & { readonly delay: number })[] = [];
  const queue: Queue = {
    async send(messages, delaySeconds = () => 0) {
      for (const [position, message] of (messages as DueMembership[]).entries())
        sent.push({ ...message, delay: delaySeconds(position) });
    },
  };
  return { table, queue, sent };
}

describe('a morning on which much is due', () => {
  test('spreads a salon’s renewals at the pace of its account, and leaves what does not fit before the next run', async () => {
    const { table, queue, sent } = await backlog({ aurora: 7_000 });
    expect(await sweepBilling(table, queue, at, () => true)).toEqual({ outcome: 'done', queued: 6_000 });
    const bySecond = Map.groupBy(sent, ({ delay }) => delay);
    expect(bySecond.size).toBe(300);
    for (const [delay, messages] of bySecond) {
      expect(messages).toHaveLength(20);
      expect(delay).toBeLessThan(300);
      // The work is for the moment at which it is done.
      for (const { asOf } of messages) expect(asOf).toBe(at + delay * 1000);
    }
    expect(new Set(sent.map(({ membershipId }) => membershipId)).size).toBe(6_000);
  }, 60_000);

  test('makes no salon wait for another one’s', async () => {
    const { table, queue, sent } = await backlog({ aurora: 400, lindenhof: 30 });
    expect(await sweepBilling(table, queue, at, () => true)).toEqual({ outcome: 'done', queued: 430 });
    const lastOf = (salon: string) => Math.max(...sent.filter(({ slug }) => slug === salon).map(({ delay }) => delay));
    expect([lastOf('aurora'), lastOf('lindenhof')]).toEqual([19, 1]);
  });
});
