import { describe, expect, test } from '@jest/globals';
import { openCardPage } from '../../../functions/billing/open-checkout.ts';
import { tryInvoice } from '../../../functions/billing/retry-invoice.ts';
import { runDue } from '../../../functions/billing/run-due.ts';
import { takeEvent } from '../../../functions/billing/take-event.ts';
import { billingWrite } from '../../../functions/store/billing-rows.ts';
import { billingWorldForTests, memberId, membershipId } from '../../support/billing-world.ts';

const renewal = '2026-02-28T13:00:00Z';
const hard = { declineClass: 'hard', code: 'lost_card' } as const;
const lostAnswer = (call: string) => (call === 'charge' ? ('after' as const) : undefined);

describe('a charge whose answer was lost, while the member’s billing changes', () => {
  test('is looked up under the customer that was asked, not under a newer one: nobody pays twice (F3, F26)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail(lostAnswer);
    expect(await world.sweep()).toEqual(['pending']);
    world.provider.fail(() => undefined);
    // Joining another plan online, for example, brings a customer of its own.
    const { billing } = await world.member();
    await world.table.commit([billingWrite('aurora', billing, { ...billing.value, customerId: 'cus_other' })]);
    await world.live('2026-03-04T00:00:00Z');
    expect(world.provider.succeeded()).toHaveLength(1);
    expect((await world.invoices()).map(({ state }) => state)).toEqual(['paid']);
  });

  test('and that turns out to be a lost card says nothing of the new card, which the schedule tries (rules D3, D4)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.behave('pm_good', hard);
    world.provider.fail(lostAnswer);
    expect(await world.sweep()).toEqual(['pending']);
    world.provider.fail(() => undefined);
    await openCardPage(world.world, {
      slug: 'aurora',
      memberId,
      actor: { kind: 'member', memberId },
      at: world.now(),
      requestId: 'new-card',
      language: 'en',
      backTo: '/portal',
    });
    expect(await world.finishPage('pm_new')).toMatchObject({ card: { last4: '4242' } });
    await world.live('2026-03-04T00:00:00Z');
    expect(world.provider.succeeded().map(({ card }) => card.paymentMethodId)).toEqual(['pm_new']);
    expect((await world.membership()).status).toBe('active');
  });
});

describe('a charge whose answer was lost', () => {
  test('is found by its name when the key is long forgotten, and not made again (F5)', async () => {
    const world = await billingWorldForTests();
    world.moveTo(renewal);
    world.provider.fail(lostAnswer);
    expect(await world.sweep()).toEqual(['pending']);
    world.provider.fail(() => undefined);
    const { billing } = await world.member();
    await world.table.commit([billingWrite('aurora', billing, { ...billing.value, customerId: 'cus_other' })]);
    // Nothing of ours ran for three days.
    world.moveTo('2026-03-03T13:00:00Z');
    expect(await world.sweep()).toEqual(['paid']);
    expect(world.provider.succeeded()).toHaveLength(1);
    expect(world.provider.chargeCalls()).toBe(1);
    expect((await world.invoices()).map(({ state, attempts }) => [state, attempts.length])).toEqual([['paid', 1]]);
  });

  test('is not ended by a late report of the try before it (F9)', async () => {
    const world = await billingWorldForTests();
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    await world.live('2026-03-01T15:00:00Z');
    const [first] = world.provider.taken;
    world.provider.behave('pm_good', 'good');
    world.provider.fail(lostAnswer);
    const at = world.now();
    const person = { slug: 'aurora', memberId, actor: { kind: 'member', memberId }, at, requestId: 'pay' } as const;
    const pressed = tryInvoice(world.world, person, `${membershipId}.1`, { kind: 'member', id: 'pay-now' });
    expect(await pressed).toEqual({ result: 'pending' });
    world.provider.fail(() => undefined);
    await takeEvent(
      world.world,
      {
        eventId: 'evt_late',
        type: 'payment_intent.payment_failed',
        account: 'acct_aurora',
        livemode: false,
        apiVersion: '2026-10-28.endive',
        objectType: 'payment_intent',
        objectId: first?.paymentIntentId ?? '',
        created: at,
        receivedAt: at,
      },
      'late',
    );
    expect((await world.membership()).charge?.attempt).toBe(2);
    await world.live('2026-03-02T15:00:00Z');
    expect((await world.invoices()).map(({ state, attempts }) => [state, attempts.length])).toEqual([['paid', 2]]);
    expect(world.provider.succeeded()).toHaveLength(1);
  });
});

test('a message that lay in a queue for days claims as of its day: whoever looks meanwhile does not take it for lost (F18)', async () => {
  const world = await billingWorldForTests();
  world.moveTo(renewal);
  const old = world.scene();
  world.moveTo('2026-03-02T15:00:00Z');
  const { charge } = world.world.payments;
  const seen: string[] = [];
  Object.assign(world.world.payments, {
    charge: async (...order: Parameters<typeof charge>) => {
      if (seen.length === 0) seen.push(...(await world.sweep()));
      return charge(...order);
    },
  });
  expect(await runDue(world.world, old)).toBe('paid');
  expect(seen).toEqual(['pending']);
  await world.live('2026-03-05T00:00:00Z');
  expect(world.provider.succeeded()).toHaveLength(1);
  expect((await world.invoices()).map(({ state, attempts }) => [state, attempts.length])).toEqual([['paid', 1]]);
});

test('a business restored to an hour ago asks again under the same names: nobody pays twice (F38)', async () => {
  const world = await billingWorldForTests();
  world.moveTo(renewal);
  const saved = await world.member();
  expect(await world.sweep()).toEqual(['paid']);
  const restored = await billingWorldForTests();
  Object.assign(restored.world, { payments: world.world.payments });
  expect((await restored.member()).memberships).toEqual(saved.memberships);
  restored.moveTo(renewal);
  restored.pass(3_600_000);
  expect(await restored.sweep()).toEqual(['paid']);
  expect(world.provider.succeeded()).toHaveLength(1);
  expect((await restored.invoices()).map(({ payment }) => payment)).toEqual(
    (await world.invoices()).map(({ payment }) => payment),
  );
});
