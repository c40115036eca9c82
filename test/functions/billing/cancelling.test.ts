import { describe, expect, test } from '@jest/globals';
import { cancellationUndone, cancelled, reasonNoted } from '../../../functions/billing/cancel-membership.ts';
import { settleAtDesk } from '../../../functions/billing/desk-invoice.ts';
import { payBack } from '../../../functions/billing/end-membership.ts';
import { previewOf } from '../../../functions/billing/preview-cancellation.ts';
import { makeRefundAgain } from '../../../functions/billing/refund-again.ts';
import { runDue } from '../../../functions/billing/run-due.ts';
import { loadScene } from '../../../functions/billing/scene.ts';
import { expireAccount } from '../../../functions/jobs/expire-credits.ts';
import { CancellationRow } from '../../../functions/store/cancellation-rows.ts';
import { change } from '../../../functions/store/change.ts';
import { duePage, shards } from '../../../functions/store/due-index.ts';
import { FailedRefundRow } from '../../../functions/store/failed-refund-rows.ts';
import { periodAt } from '../../../shared/domain/calendar.ts';
import type { CancelAsk } from '../../../shared/domain/cancellation.ts';
import type { CreditsAfterCancel } from '../../../shared/domain/plan.ts';
import { type BillingTestWorld, billingWorldForTests, memberId } from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';

async function sceneOf(world: BillingTestWorld) {
  const scene = await loadScene(world.world, { ...world.scene(), actor: { kind: 'member', memberId } });
  if (!scene) throw new Error('the membership is there');
  return scene;
}

/** Cancels as the API does: decided again after a lost race, then paid back. */
async function cancel(world: BillingTestWorld, ask: CancelAsk) {
  let owed: Parameters<typeof payBack>[2] = [];
  const after = await change(
    world.table,
    async () => {
      const outcome = await cancelled(world.world, await sceneOf(world), ask);
      owed = outcome.claimed;
      return outcome;
    },
    { pause: async () => undefined },
  );
  await payBack(world.world, world.scene(), owed);
  return after;
}
const preview = async (world: BillingTestWorld, ask: CancelAsk) => previewOf(world.world, await sceneOf(world), ask);

/** Renewed on 28 February for 99.00 with two facials until 30 March. */
async function renewed(creditsAfterCancel: CreditsAfterCancel) {
  const world = await billingWorldForTests({ plan: { creditsAfterCancel } });
  await world.live('2026-03-10T15:00:00Z');
  return world;
}
const expireNow = async (world: BillingTestWorld) =>
  expireAccount(
    { table: world.table, chance: world.world.chance },
    { slug: 'aurora', memberId, asOf: world.now() },
    'expiry',
  );
const left = async (world: BillingTestWorld) =>
  (await world.credits()).map(({ available, expiresOn }) => [available, expiresOn]);

// Rules K1, K2
describe('what the plan says about credits happens at the end', () => {
  test('they are usable for thirty more days, though the nightly expiry came first', async () => {
    const world = await renewed({ kind: 'grace_days', days: 30 });
    const said = await preview(world, { when: 'period_end' });
    expect(said).toMatchObject({ atOnce: false, lastDay: '2026-03-30', bills: [], refunds: [] });
    expect(said.credits).toMatchObject([{ units: 2, given: false, fate: { kind: 'usable', until: '2026-04-29' } }]);
    await cancel(world, { when: 'period_end' });
    expect(await left(world)).toEqual([[2, '2026-03-30']]);
    world.moveTo('2026-03-31T04:30:00Z');
    expect((await expireNow(world)).entries).toBe(0);
    expect(await world.live('2026-05-10T00:00:00Z')).toEqual(['ended']);
    expect(await left(world)).toEqual([[2, '2026-04-29']]);
    expect(await world.membership()).toMatchObject({ status: 'cancelled', cancelOn: '2026-03-31' });
    expect(world.events('membership.ended')).toHaveLength(1);
    expect((await expireNow(world)).entries).toBe(1);
    expect(world.provider.taken).toHaveLength(1);
    await expectLedgersInOrder(world);
  });

  test('unused ones are paid back to the card, once, and are gone before anybody could use them', async () => {
    const world = await renewed({ kind: 'refund_unused' });
    const said = await preview(world, { when: 'now' });
    expect(said.credits).toMatchObject([{ units: 2, fate: { kind: 'refunded' } }]);
    expect(said.refunds).toEqual([{ amount: { amount: 9900, currency: 'USD' }, to: 'card' }]);
    await cancel(world, { when: 'now' });
    const [invoice] = await world.invoices();
    expect(invoice?.refunds).toMatchObject([{ state: 'done', amount: 9900, reason: 'membership_ended' }]);
    expect(invoice?.refunds[0]?.tookBack).toMatchObject([{ units: 2 }]);
    expect(await left(world)).toEqual([[0, '2026-03-30']]);
    expect(world.provider.refunds()).toHaveLength(1);
    await expectLedgersInOrder(world);
  });

  test('at the end of the period as well, by the run of that night', async () => {
    const world = await renewed({ kind: 'refund_unused' });
    await cancel(world, { when: 'period_end' });
    expect(world.provider.refunds()).toEqual([]);
    await world.live('2026-04-02T00:00:00Z');
    expect(world.provider.refunds()).toHaveLength(1);
    expect(await left(world)).toEqual([[0, '2026-03-30']]);
    await expectLedgersInOrder(world);
  });

  test('a payment at the desk is paid back as account credit: nobody is at the desk at night', async () => {
    const world = await billingWorldForTests({
      plan: { creditsAfterCancel: { kind: 'refund_unused' } },
      card: null,
      membership: { payment: 'at_the_desk' },
    });
    world.moveTo('2026-02-28T15:00:00Z');
    const scene = await sceneOf(world);
    const bill = {
      invoiceId: `${scene.membershipId}.1`,
      period: periodAt(scene.membership.anchor, 1),
      attempt: 1,
      amount: 9900,
    };
    const desk = { method: 'cash', staffId: 'stf_01JAB000000000000000000001', askId: 'paid' } as const;
    await world.table.commit((await settleAtDesk(world.world, scene, bill, desk)).writes);
    expect((await preview(world, { when: 'period_end' })).refunds).toMatchObject([{ to: 'account_credit' }]);
    await cancel(world, { when: 'period_end' });
    await world.live('2026-04-02T00:00:00Z');
    expect((await world.member()).money?.value.balance).toBe(9900);
    expect(await left(world)).toEqual([[0, '2026-03-30']]);
    await expectLedgersInOrder(world);
  });

  test('a crash after the end loses no refund: the hourly run makes it', async () => {
    const world = await renewed({ kind: 'refund_unused' });
    await world.table.commit((await cancelled(world.world, await sceneOf(world), { when: 'now' })).writes);
    expect((await world.invoices())[0]?.refunds).toMatchObject([{ state: 'pending' }]);
    const pending = await Promise.all(
      shards.map((shard) => duePage(world.table, 'REFUND', shard, world.now() + 3_700_000)),
    );
    expect(pending.flatMap(({ keys }) => keys)).toHaveLength(1);
  });
});

// Rule I8: money that did not arrive is put before staff, and given once.
describe('a refund of the end that the card refuses', () => {
  async function refused() {
    const world = await renewed({ kind: 'refund_unused' });
    world.provider.fail((call) => (call === 'refund' ? 'busy' : undefined));
    await cancel(world, { when: 'now' });
    world.provider.fail(() => undefined);
    const [invoice] = await world.invoices();
    expect(invoice?.refunds).toMatchObject([{ state: 'failed', amount: 9900 }]);
    return { world, invoiceId: invoice?.invoiceId ?? '' };
  }
  const listed = (world: BillingTestWorld) =>
    world.table
      .rows()
      .filter(({ pk }) => pk.endsWith('#FAILED-REFUNDS'))
      .map(({ data }) => FailedRefundRow.parse(data))
      .filter(({ live }) => live);
  const again = (world: BillingTestWorld, invoiceId: string, to: 'card' | 'account_credit', askId = 'again', n = 1) =>
    makeRefundAgain(world.world, world.scene(), invoiceId, { n, to, by: 'stf_01JAB000000000000000000001', askId });

  test('stands before staff with its amount, and the client has neither money nor visits meanwhile', async () => {
    const { world, invoiceId } = await refused();
    expect(listed(world)).toEqual([{ memberId, invoiceId, n: 1, amount: 9900, on: '2026-03-10', live: true }]);
    expect(world.events('invoice.refund_failed')).toHaveLength(1);
    expect(world.events('invoice.refunded')).toEqual([]);
    expect((await left(world))[0]).toEqual([0, '2026-03-30']);
  });

  test('goes to the card again, once however often it is asked for, and leaves the list', async () => {
    const { world, invoiceId } = await refused();
    await again(world, invoiceId, 'card');
    await again(world, invoiceId, 'card');
    expect(world.provider.refunds()).toMatchObject([{ amount: 9900 }]);
    expect((await world.invoices())[0]?.refunds).toMatchObject([{ state: 'failed' }, { state: 'done', again: 1 }]);
    expect(listed(world)).toEqual([]);
    await expect(again(world, invoiceId, 'card', 'another')).rejects.toMatchObject({ code: 'refund_not_refused' });
    expect(await preview(world, { when: 'now' })).toMatchObject({
      refunds: [{ amount: { amount: 9900 }, to: 'card' }],
    });
    await expectLedgersInOrder(world);
  });

  test('becomes account credit where the card is gone, and comes back to the list where it is refused again', async () => {
    const { world, invoiceId } = await refused();
    world.provider.fail((call) => (call === 'refund' ? 'busy' : undefined));
    await again(world, invoiceId, 'card');
    expect(listed(world)).toMatchObject([{ n: 2, amount: 9900 }]);
    await again(world, invoiceId, 'account_credit', 'credit', 2);
    expect((await world.member()).money?.value.balance).toBe(9900);
    expect(listed(world)).toEqual([]);
    expect(world.provider.refunds()).toEqual([]);
    expect((await left(world))[0]).toEqual([0, '2026-03-30']);
    await expectLedgersInOrder(world);
  });
});

// Rule K3
test('undone before the end, everything is as it was, and the bill comes', async () => {
  const world = await renewed({ kind: 'refund_unused' });
  const before = await world.membership();
  await cancel(world, { when: 'period_end' });
  await change(world.table, async () => reasonNoted(world.world, await sceneOf(world), 'moved_away'), {
    pause: async () => undefined,
  });
  const row = () => CancellationRow.parse(world.table.rows().find(({ pk }) => pk.endsWith('#CANCELLATIONS'))?.data);
  expect(row()).toMatchObject({ live: true, on: '2026-03-10', reason: 'moved_away' });
  expect(world.events('membership.cancel_reason_noted')).toHaveLength(1);
  await change(world.table, async () => cancellationUndone(world.world, await sceneOf(world)), {
    pause: async () => undefined,
  });
  expect(await world.membership()).toEqual(before);
  expect(row()).toMatchObject({ live: false });
  await world.live('2026-04-02T00:00:00Z');
  expect(world.provider.taken).toHaveLength(2);
});

// Rule K8
test('with something agreed at least, the bills until then are said before and are the only ones', async () => {
  const committed = await billingWorldForTests({ membership: { committedUntil: '2026-04-29' } });
  await committed.live('2026-02-10T15:00:00Z');
  const said = await preview(committed, { when: 'period_end' });
  expect(said).toMatchObject({ lastDay: '2026-04-29' });
  expect(said.bills.map(({ on, amount }) => [on, amount.amount])).toEqual([
    ['2026-02-28', 9900],
    ['2026-03-31', 9900],
  ]);
  await cancel(committed, { when: 'period_end' });
  await committed.live('2026-08-01T00:00:00Z');
  const days = committed.provider.taken.map(({ at }) => new Date(at).toISOString().slice(0, 10));
  expect(days).toEqual(['2026-02-28', '2026-03-31']);
});

// Rules K1, K8, P1: told by the dates that a running pause moves, as they will be charged.
test('in a pause, the bills that are said before are those after it', async () => {
  const world = await billingWorldForTests({
    membership: {
      committedUntil: '2026-04-29',
      pause: {
        ...{ from: '2026-02-05', until: '2026-02-15', dates: 'shift', benefits: 'frozen', by: 'staff', agreedAt: 0 },
      },
    },
  });
  await world.live('2026-02-10T15:00:00Z');
  const said = await preview(world, { when: 'period_end' });
  await cancel(world, { when: 'period_end' });
  await world.live('2026-08-01T00:00:00Z');
  const days = world.provider.taken.map(({ at }) => new Date(at).toISOString().slice(0, 10));
  expect(days).toEqual(said.bills.map(({ on }) => on));
  expect(days).toEqual(['2026-03-10', '2026-04-10']);
});

// Rule K3
test('once it is decided everybody is told the same as before, and what taking it back leads to', async () => {
  const world = await renewed({ kind: 'grace_days', days: 30 });
  const before = await preview(world, { when: 'period_end' });
  const scene = await sceneOf(world);
  const { reply } = await cancelled(world.world, scene, { when: 'period_end' });
  await cancel(world, { when: 'period_end' });
  // Asked for anything else it is still what was decided.
  const decided = await preview(world, { when: 'now' });
  expect(before).toEqual({ ...decided, decided: false });
  expect(reply.cancellation).toEqual(decided);
  expect(decided).toMatchObject({ decided: true, undo: { nextBill: { on: '2026-03-31', amount: { amount: 9900 } } } });
  world.moveTo('2026-03-31T15:00:00Z');
  expect((await preview(world, { when: 'now' })).undo).toBeUndefined();
  await world.live('2026-04-02T00:00:00Z');
  expect(await preview(world, { when: 'now' })).toMatchObject({ atOnce: true, lastDay: '2026-03-30' });
});

// Rule K4, D7
test('when nobody pays, the reason is written down by itself', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
  await world.live('2026-05-10T00:00:00Z');
  expect(await world.membership()).toMatchObject({ status: 'cancelled', cancelReason: 'payment_failed' });
  const counted = world.table.rows().find(({ pk }) => pk.endsWith('#CANCELLATIONS'));
  expect(CancellationRow.parse(counted?.data)).toMatchObject({ live: true, reason: 'payment_failed' });
});

// Rule K7, goals I5: both at once, in every order of their steps.
test('a cancellation and a renewal at the same moment come one after the other', async () => {
  const outcomes = new Set<string>();
  for (let holdBack = 0; holdBack < 14; holdBack += 1) {
    const world = await billingWorldForTests();
    world.moveTo('2026-02-28T14:00:00Z');
    // The cancellation begins when the renewal has made its n-th call to the table.
    let calls = 0;
    let begun = false;
    let racing: Promise<string> | undefined;
    const asked = () =>
      cancel(world, { when: 'now' }).then(
        () => 'cancelled',
        (error: { code?: string }) => error.code ?? 'broken',
      );
    world.hooks.before = async () => {
      calls += 1;
      if (calls > holdBack && !begun) {
        begun = true;
        racing = asked();
        if (holdBack % 2 === 0) await racing;
      }
    };
    const ran = await runDue(world.world, world.scene());
    delete world.hooks.before;
    const answered = await (racing ?? asked());
    const { status } = await world.membership();
    const charges = world.provider.taken.length;
    outcomes.add(`${answered}/${ran}`);
    if (answered === 'cancelled') {
      expect(status).toBe('cancelled');
      // Cancelled first: nothing was taken. Renewed first: that was before it.
      if (charges === 1) expect(ran).toBe('paid');
    } else {
      expect(answered).toBe('payment_in_progress');
      expect([status, charges]).toEqual(['active', 1]);
    }
    // From here on nothing is taken, whatever comes.
    world.provider.taken.length = 0;
    if (status === 'cancelled') await world.live('2026-05-01T00:00:00Z');
    expect(world.provider.taken).toEqual([]);
    await expectLedgersInOrder(world);
  }
  expect(outcomes.size).toBeGreaterThan(1);
});
