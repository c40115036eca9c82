import { describe, expect, test } from '@jest/globals';
import { chargeMembership } from '../../../functions/billing/charge-membership.ts';
import { runDue } from '../../../functions/billing/run-due.ts';
import { leaseMs } from '../../../shared/domain/claim-charge.ts';
import { type BillingTestWorld, billingWorldForTests } from '../../support/billing-world.ts';

const renewal = '2026-02-28T13:00:00Z';

/** Where the membership stands on the index, as an instant. */
function standsAt({ table }: BillingTestWorld): number {
  const row = table.rows().find(({ sk }) => sk.startsWith('NOW#MEMBERSHIP#'));
  return Date.parse(row?.dueAt?.split('#')[0] ?? '');
}

/** Ends the worker at its call to the provider, after the money was taken; answers how to let it live again. */
function endAtCharge(world: BillingTestWorld): () => void {
  const { charge } = world.world.payments;
  const dying: typeof charge = async (...order) => {
    await charge(...order);
    throw new Error('out of time');
  };
  Object.assign(world.world.payments, { charge: dying });
  return () => Object.assign(world.world.payments, { charge });
}

describe('while a renewal is being charged', () => {
  test('the membership stays where it was due, so that only its end moves it', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    const due = standsAt(world);
    const places: number[] = [];
    world.hooks.after = (call) => {
      if (call === 'commit') places.push(standsAt(world));
    };
    expect(await world.sweep()).toEqual(['paid']);
    expect(places).toHaveLength(2);
    expect(places[0]).toBe(due);
    expect(places[1]).toBeGreaterThan(due);
  });

  test('a second message about it changes nothing and asks nobody for money', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    const seen: string[] = [];
    const { charge } = world.world.payments;
    Object.assign(world.world.payments, {
      charge: async (...order: Parameters<typeof charge>) => {
        const before = world.table.calls.commit;
        seen.push(await runDue(world.world, world.scene()));
        expect(world.table.calls.commit).toBe(before);
        return charge(...order);
      },
    });
    expect(await world.sweep()).toEqual(['paid']);
    expect(seen).toEqual(['pending']);
    expect(world.provider.succeeded()).toHaveLength(1);
  });

  test('one that is broken off is found by the next sweep after its lease', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    const live = endAtCharge(world);
    await expect(world.sweep()).rejects.toThrow('out of time');
    live();
    expect(await world.sweep()).toEqual(['pending']);
    world.pass(leaseMs);
    expect(await world.sweep()).toEqual(['paid']);
    expect(world.provider.succeeded()).toHaveLength(1);
  });
});

test('a try that somebody makes days before the next one is looked into once its lease is over', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
  world.moveTo(renewal);
  expect(await world.sweep()).toEqual(['declined']);
  world.pass(26 * 3_600_000);
  endAtCharge(world);
  const tried = chargeMembership(world.world, world.scene(), { trigger: { kind: 'card_update' } });
  await expect(tried).rejects.toThrow('out of time');
  expect(standsAt(world)).toBe(world.now() + leaseMs);
});
