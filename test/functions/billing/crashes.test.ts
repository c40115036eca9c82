import { describe, expect, test } from '@jest/globals';
import { EntryRow } from '../../../functions/store/credit-writes.ts';
import { replay } from '../../../shared/domain/credit-chain.ts';
import { type BillingTestWorld, billingWorldForTests, memberId } from '../../support/billing-world.ts';

/** Somebody pulled the plug: the rest of the run does not happen. */
class Crash extends Error {}

const renewal = '2026-02-28T13:00:00Z';
const hour = 3_600_000;

/** Lets the world go on, sweep after sweep, until nothing is due for two days. */
async function heal(world: BillingTestWorld): Promise<void> {
  Object.assign(world.hooks, { before: undefined, after: undefined });
  world.provider.fail(() => undefined);
  for (let passed = 0; passed < 30; passed += 1) {
    for (let rounds = 0; rounds < 5 && (await world.due()).length > 0; rounds += 1) await world.sweep();
    world.pass(hour);
  }
}

/** What must hold whatever went wrong (goals I1 … I3, I11). */
async function expectBooksInOrder(world: BillingTestWorld, charged = 1): Promise<void> {
  const paid = world.allInvoices().filter(({ state }) => state === 'paid');
  const perPeriod = Map.groupBy(world.provider.succeeded(), ({ metadata }) => metadata.invoiceId);
  for (const [, charges] of perPeriod) expect(charges).toHaveLength(1);
  expect(world.provider.succeeded()).toHaveLength(charged);
  expect(paid.map(({ payment }) => payment?.kind === 'card' && payment.paymentIntentId).sort()).toEqual(
    world.provider
      .succeeded()
      .map(({ paymentIntentId }) => paymentIntentId)
      .sort(),
  );
  const granted = paid.flatMap(({ grants }) => grants.map(({ bucketId }) => bucketId));
  expect((await world.credits()).map(({ bucketId }) => bucketId).sort()).toEqual(granted.sort());
  expect((await world.membership()).charge).toBeUndefined();
  const rows = world.table.rows().filter(({ sk }) => sk.startsWith('ENTRY#'));
  const entries = rows.map(({ data }) => EntryRow.parse(data).entry).sort((a, b) => a.sequence - b.sequence);
  expect(replay(memberId, entries).buckets).toEqual(await world.credits());
}

/** Calls of the table that a renewal makes, so that each can be the last; those of the sweep before it do nothing. */
async function callsOfRenewal(): Promise<number> {
  const world = await billingWorldForTests();
  world.moveTo(renewal);
  let calls = 0;
  world.hooks.before = (name) => {
    if (name !== 'due') calls += 1;
  };
  await world.sweep();
  return calls;
}

describe('a crash in the middle of a renewal', () => {
  test.each(['before', 'after'] as const)(
    '%s any call of the table ends in one charge and one grant (F1, F2, F13)',
    async (when) => {
      const calls = await callsOfRenewal();
      expect(calls).toBeGreaterThan(2);
      for (let last = 1; last <= calls; last += 1) {
        const world = await billingWorldForTests();
        world.moveTo(renewal);
        let call = 0;
        world.hooks[when] = (name) => {
          if (name !== 'due') call += 1;
          if (call >= last) throw new Crash();
        };
        await world.sweep().catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        await heal(world);
        await expectBooksInOrder(world);
      }
    },
  );

  test('twice, at any two calls, ends the same', async () => {
    const calls = await callsOfRenewal();
    for (let first = 1; first <= calls; first += 1) {
      for (let second = 1; second <= calls + 2; second += 1) {
        const world = await billingWorldForTests();
        world.moveTo(renewal);
        let call = 0;
        let limit = first;
        world.hooks.after = (name) => {
          if (name !== 'due') call += 1;
          if (call >= limit) throw new Crash();
        };
        const crashed = (error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        };
        await world.sweep().catch(crashed);
        world.pass(10 * 60_000);
        call = 0;
        limit = second;
        await world.sweep().catch(crashed);
        await heal(world);
        await expectBooksInOrder(world);
      }
    }
  });
});

describe('the provider does not answer', () => {
  test('though it took the money: the outcome stays unknown until it is found, and nothing is charged twice (F3)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    expect(await world.sweep()).toEqual(['pending']);
    expect((await world.membership()).charge?.state).toBe('unknown');
    expect(await world.invoices()).toEqual([]);
    await heal(world);
    await expectBooksInOrder(world);
  });

  test('and never took it: the same request goes out again, under the same key', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail((call) => (call === 'charge' ? 'before' : undefined));
    expect(await world.sweep()).toEqual(['pending']);
    const { charge } = world.world.payments;
    const orders: Parameters<typeof charge>[1][] = [];
    Object.assign(world.world.payments, {
      charge: (...args: Parameters<typeof charge>) => {
        orders.push(args[1]);
        return charge(...args);
      },
    });
    world.pass(hour);
    await world.sweep();
    await heal(world);
    await expectBooksInOrder(world);
    expect((await world.invoices())[0]?.attempts).toHaveLength(1);
    expect(orders).toHaveLength(2);
    expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBe(1);
  });

  test('for longer than it remembers keys: after that only a look, then the proof that nothing was taken (F4, F5)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail((call) => (call === 'charge' ? 'before' : undefined));
    for (let passed = 0; passed < 23; passed += 1) {
      await world.sweep();
      world.pass(hour);
    }
    const asked = world.provider.chargeCalls();
    world.pass(hour);
    await world.sweep();
    expect(world.provider.chargeCalls()).toBe(asked);
    const [open] = await world.invoices();
    expect(open).toMatchObject({ state: 'open', attempts: [{ outcome: 'declined', code: 'never_arrived' }] });
    // The next try has a name of its own.
    await heal(world);
    await expectBooksInOrder(world);
    expect((await world.invoices())[0]?.attempts.map(({ n }) => n)).toEqual([1, 2]);
  });

  test('and the look-up fails as well: the charge waits, and nobody is told of a decline', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail((call) => (call === 'charge' ? 'after' : 'before'));
    await world.sweep();
    world.pass(hour);
    await expect(world.sweep()).rejects.toThrow('never arrived');
    expect(world.events('payment.needs_attention')).toEqual([]);
    await heal(world);
    await expectBooksInOrder(world);
  });

  test('asks to come back later: nothing has changed, and the money is taken then (F6)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail((call) => (call === 'charge' ? 'busy' : undefined));
    expect(await world.sweep()).toEqual(['pending']);
    expect(world.provider.taken).toEqual([]);
    await heal(world);
    await expectBooksInOrder(world);
  });
});

test('the sweep twice at once, and a message days late, charge once (F18, F19)', async () => {
  const world = await billingWorldForTests();
  world.moveTo(renewal);
  await Promise.all([world.sweep(), world.sweep(), world.sweep()]);
  await heal(world);
  await expectBooksInOrder(world);
});
