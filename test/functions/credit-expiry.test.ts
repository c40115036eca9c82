import { describe, expect, test } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import type { Queue } from '../../functions/gateways/queue.ts';
import { type DueAccount, expireAccount, expireAccounts } from '../../functions/jobs/expire-credits.ts';
import { sweepExpiredCredits } from '../../functions/jobs/sweep-expired-credits.ts';
import { creditWrites, morningOf } from '../../functions/store/credit-writes.ts';
import { placeOnDueIndex } from '../../functions/store/due-index.ts';
import { duePartition, keys } from '../../functions/store/keys.ts';
import { loadMember } from '../../functions/store/member-snapshot.ts';
import { memoryTable } from '../../functions/store/memory-table.ts';
import { insert, type Table } from '../../functions/store/table.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { alertDays } from '../../shared/domain/credit-alerts.ts';
import { grantByHand } from '../../shared/domain/credit-grant.ts';
import { redeem } from '../../shared/domain/credit-use.ts';
import { type SalonWorld, salonWorld } from '../support/salon-world.ts';

const service = 'svc_01JAB000000000000000000001';
const occasion = (at: number) => ({ actor: { kind: 'operator' } as const, causeId: 'test', today: '2026-01-02', at });

async function change(
  world: SalonWorld,
  memberId: string,
  timeZone: string,
  decide: typeof grantByHand,
  given: object,
) {
  const member = await loadMember(world.table, 'aurora', memberId);
  if (!member) throw new Error('no member');
  const decision = decide(member.account.value, given as never, occasion(world.now()));
  const newEventId = () => world.instance.chance.newId('event', world.now());
  await world.table.commit(creditWrites(member, decision, { slug: 'aurora', timeZone, requestId: 'test', newEventId }));
}

/** A member with three visits to use by a day. */
async function setup({ timeZone = 'Europe/Berlin', expiresOn = '2026-03-28' } = {}) {
  const world = await salonWorld().open('aurora', { timeZone });
  const memberId = await world.addMember();
  const bucketId = world.instance.chance.newId('bucket', world.now());
  const grant = { bucketId, kind: 'visits', serviceIds: [service], units: 3, expiresOn, reason: 'goodwill' };
  await change(world, memberId, timeZone, grantByHand, grant);
  const queued: DueAccount[] = [];
  const queue = { send: async (messages: readonly unknown[]) => void queued.push(...(messages as DueAccount[])) };
  const left = async () => (await loadMember(world.table, 'aurora', memberId))?.account.value.buckets[0]?.available;
  const sweep = async (instant: string) => {
    queued.length = 0;
    await sweepExpiredCredits(world.table, queue, Date.parse(instant), () => true);
    return queued;
  };
  const run = async (instant: string) => {
    const due = await sweep(instant);
    const ran = await Promise.all(due.map((message) => expireAccount(world.instance, message, 'run')));
    return ran.map(({ entries }) => entries);
  };
  // What was said about the last day before it came (test/functions/credit-alerts.test.ts).
  for (const days of alertDays) {
    await run(new Date(morningOf(addDays(expiresOn, -days), timeZone)).toISOString());
  }
  return { world, memberId, timeZone, queued, left, sweep, run };
}

const expiries = (world: SalonWorld) => world.table.rows().filter(({ announces }) => announces === 'credit.expired');

describe('a credit past its last day', () => {
  test('is written off once, with an entry that says so, however often the job runs', async () => {
    const { world, memberId, left, sweep, run } = await setup();
    expect(await sweep('2026-03-28T22:59:59.999Z')).toEqual([]);
    const due = await sweep('2026-03-28T23:00:00.000Z');
    expect(due).toEqual([{ slug: 'aurora', memberId, asOf: Date.parse('2026-03-28T23:00:00.000Z') }]);
    expect(await run('2026-03-28T23:00:00.000Z')).toEqual([1]);
    expect(await left()).toBe(0);
    expect(expiries(world).map(({ data }) => data)).toMatchObject([
      { entry: { kind: 'EXPIRE', units: 3, on: '2026-03-29' }, event: { actor: { kind: 'system' }, memberId } },
    ]);
    // The message again, and late: nothing is left to write, and the account is no longer due.
    for (const message of due)
      expect(await expireAccount(world.instance, message, 'again')).toEqual({ entries: 0, told: 0 });
    expect(await run('2026-04-28T00:00:00.000Z')).toEqual([]);
    expect(expiries(world)).toHaveLength(1);
  });

  // The day begins when it begins there: rules T4 and T7.
  test.each([
    ['the last day before summer time in Berlin', 'Europe/Berlin', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['the short day itself', 'Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['the long day in New York', 'America/New_York', '2026-11-01', '2026-11-02T05:00:00.000Z'],
    ['a day ahead of the whole world', 'Pacific/Kiritimati', '2026-03-31', '2026-03-31T10:00:00.000Z'],
    ['a midnight that does not exist', 'America/Santiago', '2026-09-05', '2026-09-06T04:00:00.000Z'],
  ])('is usable to the end of %s', async (_, timeZone, expiresOn, firstInstantAfter) => {
    const { left, run, sweep } = await setup({ timeZone, expiresOn });
    const before = new Date(Date.parse(firstInstantAfter) - 1).toISOString();
    expect(await sweep(before)).toEqual([]);
    expect(await run(before)).toEqual([]);
    expect(await left()).toBe(3);
    expect(await run(firstInstantAfter)).toEqual([1]);
    expect(await left()).toBe(0);
  });

  test('stays when a message asks as of an earlier day', async () => {
    const { world, memberId, left } = await setup();
    const asOf = Date.parse('2026-03-28T12:00:00Z');
    expect(await expireAccount(world.instance, { slug: 'aurora', memberId, asOf }, 'run')).toMatchObject({
      entries: 0,
    });
    expect(await left()).toBe(3);
  });

  test('is written off once when two runs meet', async () => {
    const { world, memberId, left } = await setup();
    const message = { slug: 'aurora', memberId, asOf: Date.parse('2026-03-30T00:00:00Z') };
    const runs = await Promise.all([1, 2, 3].map(() => expireAccount(world.instance, message, 'run')));
    expect(runs.map(({ entries }) => entries).sort()).toEqual([0, 0, 1]);
    expect(await left()).toBe(0);
    expect(expiries(world)).toHaveLength(1);
  });

  test('leaves nothing to do when everything was used', async () => {
    const { world, memberId, timeZone, sweep } = await setup();
    const use = { kind: 'visits', serviceId: service, units: 3 };
    await change(world, memberId, timeZone, redeem as unknown as typeof grantByHand, use);
    expect(await sweep('2027-01-01T00:00:00Z')).toEqual([]);
  });
});

test('of a batch, only the message that failed comes back', async () => {
  const { world, memberId, left } = await setup();
  const body = (more: object) => JSON.stringify({ slug: 'aurora', memberId, asOf: Date.parse('2026-04-01'), ...more });
  const Records = [
    { messageId: 'good', body: body({}) },
    { messageId: 'unknown', body: body({ memberId: 'mbr_01JAB000000000000000000009' }) },
    { messageId: 'broken', body: body({ asOf: 'yesterday' }) },
  ];
  const answer = await expireAccounts(world.instance, { Records } as unknown as SQSEvent, 'run');
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'broken' }] });
  expect(await left()).toBe(0);
});

describe('after an outage', () => {
  const at = Date.parse('2026-06-01T00:00:00Z');
  const memberIdOf = (index: number) => `mbr_${String(index).padStart(26, '0')}`;

  /** Accounts that are due: `many` in one shard, some of them at the very instant of the sweep, one in another shard. */
  async function backlog(many: number) {
    const table = memoryTable();
    const due = (memberId: string, shard: number, instant: number) =>
      insert({
        ...keys.creditAccount('aurora', memberId),
        data: {},
        duePk: duePartition('CREDIT-EXPIRY', shard),
        dueAt: placeOnDueIndex('CREDIT-EXPIRY', instant, 'aurora', memberId).dueAt,
      });
    for (let index = 0; index < many; index += 1)
      await table.commit([due(memberIdOf(index), 7, at - Math.max(0, many - 5 - index) * 1000)]);
    await table.commit([due(memberIdOf(many), 31, at), due(memberIdOf(many + 1), 31, at + 1)]);
    const queued: string[] = [];
    const queue: Queue = {
      send: async (messages) => void queued.push(...(messages as DueAccount[]).map(({ memberId }) => memberId)),
    };
    return { table, queued, queue };
  }

  test('every account is queued once in one run, however many there are', async () => {
    const { table, queued, queue } = await backlog(1234);
    expect(await sweepExpiredCredits(table, queue, at, () => true)).toEqual({ outcome: 'done', queued: 1235 });
    expect(new Set(queued)).toEqual(new Set(Array.from({ length: 1235 }, (_, index) => memberIdOf(index))));
    // Seven pages of the full shard, one of each other.
    expect(table.calls.due).toBe(7 + 31);
  });

  test('a run that has no time left ends in order, with a page of every shard before the second of any', async () => {
    const { table, queued, queue } = await backlog(1234);
    let groups = 0;
    const swept = await sweepExpiredCredits(table, queue, at, () => {
      groups += 1;
      // Eight shards are asked at once: four times for all 32, once more for the one that has a second page.
      return groups <= 5;
    });
    expect(swept).toEqual({ outcome: 'more_left', queued: 401 });
    expect(queued.slice(0, 3)).toEqual([memberIdOf(0), memberIdOf(1), memberIdOf(2)]);
    expect(queued).toContain(memberIdOf(1234));
    expect(await sweepExpiredCredits(table, queue, at, () => true)).toEqual({ outcome: 'done', queued: 1235 });
  });

  test('a run ends at a safe total, and the rest is for the next', async () => {
    const shards = new Map<string, number>();
    const endless: Table = {
      ...memoryTable(),
      async due({ pk, limit, after }) {
        const page = shards.get(pk) ?? 0;
        expect(after === undefined).toBe(page === 0);
        shards.set(pk, page + 1);
        return Array.from({ length: limit }, (_, index) => ({
          ...keys.creditAccount('aurora', memberIdOf(page * limit + index)),
          dueAt: placeOnDueIndex('CREDIT-EXPIRY', at, 'aurora', memberIdOf(page * limit + index)).dueAt,
        }));
      },
    };
    const swept = await sweepExpiredCredits(endless, { send: async () => undefined }, at, () => true);
    expect(swept).toEqual({ outcome: 'more_left', queued: 50_000 });
  });
});
