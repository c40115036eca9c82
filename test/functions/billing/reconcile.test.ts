import { describe, expect, test } from '@jest/globals';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { openPaymentPage, openTopUpPage } from '../../../functions/billing/open-checkout.ts';
import { startEnrolment } from '../../../functions/billing/start-enrolment.ts';
import { reconcilePayments } from '../../../functions/jobs/reconcile-payments.ts';
import { loadConfiguration } from '../../../functions/store/configuration.ts';
import { readInvoice } from '../../../functions/store/invoice-rows.ts';
import { keys } from '../../../functions/store/keys.ts';
import { rowOf } from '../../../functions/store/stored.ts';
import { replace } from '../../../functions/store/table.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import type { Invoice } from '../../../shared/domain/invoice.ts';
import { enrolmentOffer, termsVersionOf } from '../../../shared/domain/online-enrolment.ts';
import {
  type BillingTestWorld,
  billingWorldForTests,
  goldPlan,
  memberId,
  membershipId,
  slug,
} from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';

const invoiceId = `${membershipId}.1`;
const enrolmentId = 'enr_01JAB000000000000000000001';
const day = 24 * 3_600_000;
const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;

const run = (world: BillingTestWorld, hasTime = () => true) =>
  reconcilePayments(world.world, world.now(), 'reconciling', hasTime);

/** The daily comparison, an hour after whatever happened, as often as the business is due. */
async function nextDay(world: BillingTestWorld) {
  world.pass(day);
  return run(world);
}

/** A member who paid $99 by card for March. */
async function paidMonth() {
  const world = await billingWorldForTests();
  await world.live('2026-02-28T20:00:00Z');
  await run(world);
  return world;
}

/** The renewal fails; the member opens the provider's page for the invoice. */
async function openPage() {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', soft);
  await world.live('2026-03-01T15:00:00Z');
  await run(world);
  const visitor = { ...world.scene(), actor: { kind: 'member', memberId }, language: 'en', backTo: '/portal' } as const;
  await openPaymentPage(world.world, visitor, invoiceId);
  return { world, visitor, page: world.provider.newestPage() };
}

/** Damages a row of the books, as a restored backup or a bug might. */
async function damage(world: BillingTestWorld, change: (invoice: Invoice) => Invoice): Promise<void> {
  const stored = await readInvoice(world.table, slug, memberId, invoiceId);
  if (!stored) throw new Error('no invoice');
  const data = { invoice: change(stored.value), event: stored.event };
  await world.table.commit([replace(rowOf(keys.invoice(slug, memberId, invoiceId), data), stored.version)]);
}

const pay = (world: BillingTestWorld, metadata: object) =>
  world.world.payments.charge('acct_aurora', {
    amount: 9900,
    currency: 'USD',
    customerId: 'cus_000001',
    paymentMethodId: 'pm_other',
    description: 'Gold',
    metadata: { business: slug, ...metadata } as never,
    key: JSON.stringify(metadata),
  });

describe('the daily comparison with the provider’s books (rule I6)', () => {
  test('finds nothing where nothing is wrong, once a day', async () => {
    const world = await paidMonth();
    expect(await nextDay(world)).toEqual({
      outcome: 'done',
      refunds: 0,
      businesses: 1,
      payments: 1,
      invoices: 0,
      repaired: 0,
      differences: 0,
      failed: 0,
    });
    world.pass(3_600_000);
    expect((await run(world)).businesses).toBe(0);
    // A payment is compared again for three days.
    world.pass(2 * day);
    expect(await run(world)).toMatchObject({ businesses: 1, payments: 1 });
    expect(await nextDay(world)).toMatchObject({ businesses: 1, payments: 0 });
  });

  test('a payment whose report never came is settled as if it had: the period opens, visits come (F11)', async () => {
    const { world, page } = await openPage();
    world.provider.finish(page, 'pm_new');
    expect(await nextDay(world)).toMatchObject({ repaired: 1, differences: 0 });
    expect((await world.invoices()).at(-1)).toMatchObject({ state: 'paid', payment: { kind: 'card', amount: 9900 } });
    expect((await world.membership()).status).toBe('active');
    expect(await world.credits()).toHaveLength(1);
    expect(await nextDay(world)).toMatchObject({ repaired: 0, differences: 0 });
    await expectLedgersInOrder(world);
  });

  test('a charge that is still waiting to be looked up is settled by what the provider has', async () => {
    const world = await billingWorldForTests();
    world.moveTo('2026-02-28T13:00:00Z');
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    await world.sweep();
    world.provider.fail(() => undefined);
    expect(await nextDay(world)).toMatchObject({ repaired: 1, differences: 0 });
    expect((await world.membership()).charge).toBeUndefined();
    expect((await world.invoices()).map(({ state }) => state)).toEqual(['paid']);
  });

  test('an invoice that was paid twice: the second payment goes back, once', async () => {
    const { world, visitor, page } = await openPage();
    await openPaymentPage(world.world, { ...visitor, requestId: 'second-page' }, invoiceId);
    world.provider.finish(page, 'pm_new');
    await world.finishPage('pm_new');
    expect(await nextDay(world)).toMatchObject({ repaired: 1, differences: 0 });
    expect(world.provider.refunds()).toMatchObject([{ amount: 9900 }]);
    expect(await nextDay(world)).toMatchObject({ repaired: 0, differences: 0 });
    expect(world.provider.refunds()).toHaveLength(1);
    expect(await world.credits()).toHaveLength(1);
  });

  test('money that was paid in without a report becomes account credit, once', async () => {
    const world = await paidMonth();
    const visitor = {
      ...world.scene(),
      actor: { kind: 'member', memberId },
      language: 'en',
      backTo: '/portal',
    } as const;
    await openTopUpPage(world.world, visitor, 5000, 'Account credit');
    world.provider.finish(world.provider.newestPage(), 'pm_good');
    expect(await nextDay(world)).toMatchObject({ repaired: 1, differences: 0 });
    await nextDay(world);
    expect((await world.member()).money?.value.balance).toBe(5000);
  });

  test('a refund in the dashboard that was never reported is written down', async () => {
    const world = await paidMonth();
    world.provider.refundThere(world.provider.succeeded()[0]?.paymentIntentId ?? '', 9900);
    expect(await nextDay(world)).toMatchObject({ repaired: 1, differences: 0 });
    expect((await world.invoices()).at(-1)?.refunds).toMatchObject([{ amount: 9900, reason: 'provider' }]);
    expect((await world.credits())[0]?.available).toBe(0);
  });

  // What no flow can put right is raised, every day that it is seen (R15).
  test.each<[string, (world: BillingTestWorld) => Promise<unknown>]>([
    ['another amount', (world) => damage(world, (invoice) => ({ ...invoice, payment: cardOf(invoice, 9800) }))],
    ['visits that are missing', (world) => damage(world, (invoice) => ({ ...invoice, grants: wrong(invoice) }))],
    [
      'a payment for an invoice that does not exist',
      (world) => pay(world, { memberId, membershipId, invoiceId: `${membershipId}.9` }),
    ],
    ['a payment of somebody unknown', (world) => pay(world, { memberId: memberId.replace(/1$/, '7'), invoiceId })],
    ['a payment that names nobody', (world) => pay(world, {})],
    ['a payment of somebody who joined online and is forgotten', (world) => pay(world, { enrolmentId })],
  ])('%s is raised', async (_, happen) => {
    const world = await paidMonth();
    await happen(world);
    expect(await nextDay(world)).toMatchObject({ repaired: 0, differences: 1, failed: 0 });
    expect(await nextDay(world)).toMatchObject({ differences: 1 });
    expect(world.provider.refunds()).toEqual([]);
  });

  test('the first payment of somebody who joins online counts with the enrolment, and is raised while it is unfinished', async () => {
    const world = await paidMonth();
    const configuration = await loadConfiguration(world.table, slug);
    if (!configuration) throw new Error('no salon');
    const today = localDateOf(world.now(), world.business.timeZone);
    const joining = {
      planId: goldPlan.planId,
      firstName: 'Nora',
      lastName: 'New',
      email: 'nora@example.com',
      language: 'en' as const,
      termsVersion: termsVersionOf(world.plan, world.business, enrolmentOffer(world.plan, today, undefined)),
    };
    await startEnrolment(world.world, configuration, joining, { at: world.now(), today, requestId: 'join' });
    world.provider.finish(world.provider.newestPage(), 'pm_new');
    expect(await nextDay(world)).toMatchObject({ payments: 2, repaired: 0, differences: 1 });
    const report = { slug, at: world.now(), requestId: 'back', actor: { kind: 'visitor' } } as const;
    await completeCheckout(world.world, report, world.provider.newestPage());
    expect(await nextDay(world)).toMatchObject({ payments: 2, differences: 0 });
  });

  test('a payment of somebody who is forgotten is in order once all of it has gone back', async () => {
    const world = await paidMonth();
    await pay(world, { enrolmentId });
    world.provider.refundThere(world.provider.succeeded().at(-1)?.paymentIntentId ?? '', 9900);
    expect(await nextDay(world)).toMatchObject({ payments: 2, differences: 0 });
  });

  test('payments that are not ours are none of our business (rule I5)', async () => {
    const world = await paidMonth();
    await pay(world, { business: 'somebody-else', memberId, invoiceId });
    expect(await nextDay(world)).toMatchObject({ payments: 2, repaired: 0, differences: 0 });
  });

  test('what is younger than an hour is left alone', async () => {
    const { world, page } = await openPage();
    world.pass(day - 60_000);
    world.provider.finish(page, 'pm_new');
    world.pass(60_000);
    expect(await run(world)).toMatchObject({ businesses: 1, payments: 0 });
  });

  test('after an outage of a week nothing is left out', async () => {
    const { world, page } = await openPage();
    world.provider.finish(page, 'pm_new');
    world.pass(7 * day);
    expect(await run(world)).toMatchObject({ payments: 1, repaired: 1 });
  });

  test('a provider that does not answer leaves the business due for the next run', async () => {
    const world = await paidMonth();
    world.pass(day);
    const down = {
      ...world.world,
      payments: { ...world.world.payments, paymentsBetween: () => Promise.reject(new Error('down')) },
    };
    expect(await reconcilePayments(down, world.now(), 'reconciling', () => true)).toMatchObject({
      outcome: 'done',
      businesses: 0,
      failed: 1,
    });
    expect(await run(world)).toMatchObject({ businesses: 1 });
  });

  test('two runs at once repair once', async () => {
    const { world, page } = await openPage();
    world.provider.finish(page, 'pm_new');
    world.pass(day);
    const both = await Promise.all([run(world), run(world)]);
    expect(both.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(await world.credits()).toHaveLength(1);
    expect(world.provider.refunds()).toEqual([]);
    expect((await run(world)).businesses).toBe(0);
  });

  test('a run without time left goes on at the next', async () => {
    const world = await paidMonth();
    world.pass(day);
    expect(await run(world, () => false)).toMatchObject({ outcome: 'more_left', businesses: 0 });
    expect(await run(world)).toMatchObject({ outcome: 'done', businesses: 1 });
  });
});

const cardOf = ({ payment }: Invoice, amount: number): Invoice['payment'] =>
  payment?.kind === 'card' ? { ...payment, amount } : payment;
const wrong = ({ grants }: Invoice): Invoice['grants'] =>
  grants.map((grant) => ({ ...grant, bucketId: `${membershipId}.8.facial` }));
