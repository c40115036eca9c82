import { describe, expect, test } from '@jest/globals';
import { openPaymentPage } from '../../../functions/billing/open-checkout.ts';
import { billingWrite } from '../../../functions/store/billing-rows.ts';
import { keys } from '../../../functions/store/keys.ts';
import { rowOf } from '../../../functions/store/stored.ts';
import { insert, replace } from '../../../functions/store/table.ts';
import { billingDesk, staffId } from '../../support/billing-desk.ts';
import {
  type BillingTestWorld,
  billingWorldForTests,
  goldPlan,
  memberId,
  membershipId,
  slug,
} from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const planId = 'pln_01JAB000000000000000000002';
const plan = { ...goldPlan, planId, name: 'Glow', enrolmentFee: { amount: 2500, currency: 'USD' as const } };

async function salon(options: Parameters<typeof billingWorldForTests>[0] = {}) {
  const world = await billingWorldForTests(options);
  await world.table.commit([insert(rowOf(keys.plan(slug, planId, 1), plan))]);
  return { world, desk: await billingDesk(world) };
}

/** The second membership, of the plan that tests enrol in. */
const second = async (world: BillingTestWorld) =>
  (await world.member()).memberships.map(({ value }) => value).find((one) => one.planId === planId);
const units = async (world: BillingTestWorld) => (await world.credits()).map(({ available }) => available);

describe('an open invoice that is paid at the desk', () => {
  async function declined() {
    const { world, desk } = await salon();
    world.provider.behave('pm_good', soft);
    await world.live('2026-03-05T15:00:00Z');
    return { world, desk, invoiceId: `${membershipId}.1` };
  }

  test('opens the period, grants its visits and ends collecting', async () => {
    const { world, desk, invoiceId } = await declined();
    const { status, body } = await desk.recordPayment(invoiceId);
    expect(status).toBe(201);
    expect(body.invoice).toMatchObject({ state: 'paid', payment: { kind: 'desk', method: 'cash', amount: 9900 } });
    expect(await world.membership()).toMatchObject({ status: 'active', period: { index: 1 } });
    expect((await world.membership()).due).toBeUndefined();
    expect(await units(world)).toEqual([2]);
    expect(world.events('invoice.paid')).toHaveLength(1);
    const row = world.table.rows().find(({ sk, pk }) => sk === membershipId && pk.endsWith('#PAST-DUE'));
    expect(row?.data).toMatchObject({ live: false });
    const tries = world.provider.chargeCalls();
    await world.live('2026-03-27T15:00:00Z');
    expect(world.provider.chargeCalls()).toBe(tries);
    await expectLedgersInOrder(world);
  });

  test('long after: it buys the month of today, and the days to come stay the same (rule D5)', async () => {
    const { world, desk, invoiceId } = await declined();
    await world.live('2026-03-29T15:00:00Z');
    world.moveTo('2026-04-03T15:00:00Z');
    const { body } = await desk.recordPayment(invoiceId);
    expect(body.invoice.lines[0].subject).toMatchObject({ start: '2026-03-31', end: '2026-04-30' });
    expect((await world.membership()).period).toEqual({ index: 2, start: '2026-03-31', end: '2026-04-30' });
  });

  test('is recorded once, by the same call again or by two colleagues', async () => {
    const { world, desk, invoiceId } = await declined();
    const first = await desk.recordPayment(invoiceId, 'recording-the-payment');
    expect(await desk.recordPayment(invoiceId, 'recording-the-payment')).toEqual(first);
    expect((await desk.recordPayment(invoiceId)).body.code).toBe('not_an_open_invoice');
    expect(await units(world)).toEqual([2]);
  });

  test('waits while the card is being asked', async () => {
    const { world, desk, invoiceId } = await declined();
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    await desk.call('POST {member}/invoices/{invoiceId}/retry', {}, { invoiceId });
    expect((await desk.recordPayment(invoiceId)).body.code).toBe('payment_in_progress');
  });

  test('and on the provider’s page as well: the page’s money goes back (F31)', async () => {
    const { world, desk, invoiceId } = await declined();
    const visitor = {
      ...world.scene(),
      actor: { kind: 'member', memberId },
      language: 'en',
      backTo: '/portal',
    } as const;
    await openPaymentPage(world.world, visitor, invoiceId);
    await desk.recordPayment(invoiceId);
    await world.finishPage('pm_new');
    expect(world.provider.refunds()).toMatchObject([{ amount: 9900 }]);
    expect(await units(world)).toEqual([2]);
  });

  test('is given back at the desk, without the provider', async () => {
    const { world, desk, invoiceId } = await declined();
    await desk.recordPayment(invoiceId);
    expect((await desk.refund(invoiceId, 9900)).body.invoice.refunds).toMatchObject([{ state: 'done', amount: 9900 }]);
    expect(world.provider.refunds()).toEqual([]);
    expect(await units(world)).toEqual([0]);
  });
});

describe('a renewal at the desk', () => {
  const atTheDesk = { membership: { payment: 'at_the_desk' } } as const;

  test('makes a paid invoice with the tax of the place, once', async () => {
    const tax = { name: 'Sales tax', basisPoints: 1000, mode: 'exclusive' } as const;
    const { world, desk } = await salon({ ...atTheDesk, business: { tax } });
    world.moveTo('2026-02-27T15:00:00Z');
    const { status, body } = await desk.renew('2026-01-31', {}, 'renewing-at-the-desk');
    expect(status).toBe(201);
    expect(body.membership.period).toEqual({ start: '2026-02-28', end: '2026-03-31' });
    expect(await world.invoices()).toMatchObject([
      {
        invoiceId: `${membershipId}.1`,
        state: 'paid',
        total: 10890,
        lines: [{ net: 9900, tax: 990, gross: 10890 }],
        payment: { kind: 'desk', method: 'terminal', staffId, amount: 10890 },
        grants: [{ units: 2 }],
      },
    ]);
    expect((await desk.renew('2026-01-31', {}, 'renewing-at-the-desk')).body).toEqual(body);
    expect((await desk.renew('2026-01-31')).body.code).toBe('conflicting_change');
    expect(await units(world)).toEqual([2]);
  });

  test('of a membership that pays by card moves its next charge', async () => {
    const { world, desk } = await salon();
    world.moveTo('2026-02-27T15:00:00Z');
    expect((await desk.renew('2026-01-31', { method: 'cash' })).status).toBe(201);
    await world.live('2026-03-31T02:00:00Z');
    expect(world.provider.taken).toEqual([]);
    await world.live('2026-04-01T02:00:00Z');
    expect(world.provider.taken.map(({ metadata }) => metadata.invoiceId)).toEqual([`${membershipId}.2`]);
  });

  test('waits while the card is being asked, and leaves an open invoice to be paid as such', async () => {
    const { world, desk } = await salon();
    world.moveTo('2026-02-28T13:00:00Z');
    world.provider.fail((call) => (call === 'charge' ? 'before' : undefined));
    await world.sweep();
    expect((await desk.renew('2026-01-31')).body.code).toBe('payment_in_progress');
    world.provider.fail(() => undefined);
    world.provider.behave('pm_good', soft);
    await world.live('2026-02-28T18:00:00Z');
    expect((await desk.renew('2026-01-31')).body.code).toBe('membership_not_running');
  });
});

describe('enrolment at the desk', () => {
  test('that is paid at once makes the first invoice, with the fee', async () => {
    const { world, desk } = await salon();
    const { status, body } = await desk.enrol({ planId, startsOn: '2026-01-31', paidBy: 'cash' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'active', credits: [{ available: 2 }] });
    expect(await world.invoices()).toMatchObject([
      {
        total: 12400,
        lines: [{ subject: { kind: 'period' } }, { subject: { kind: 'enrolment_fee' }, gross: 2500 }],
        payment: { kind: 'desk', method: 'cash' },
      },
    ]);
  });

  test('is in the version whose price was seen, or refused: never in another one', async () => {
    const { world, desk } = await salon();
    const seen = { planId, planVersion: 1, startsOn: '2026-01-31', paidBy: 'cash' };
    expect((await desk.enrol({ ...seen, planVersion: 2 })).body).toMatchObject({ code: 'conflicting_change' });
    expect(await world.invoices()).toEqual([]);
    expect((await desk.enrol(seen)).status).toBe(201);
  });

  test('of somebody from an older system bills nothing for what was paid there', async () => {
    const { world, desk } = await salon();
    expect((await desk.enrol({ planId, startsOn: '2025-06-15' })).body).toMatchObject({ credits: [{ available: 2 }] });
    expect(await world.invoices()).toEqual([]);
  });

  test('paid before it begins: the money is written down, and the membership begins on its day', async () => {
    const { world, desk } = await salon();
    const { body } = await desk.enrol({ planId, startsOn: '2026-02-10', paidBy: 'terminal' });
    expect(body).toMatchObject({ status: 'scheduled', credits: [] });
    expect((await second(world))?.status).toBe('scheduled');
    expect(await world.invoices()).toMatchObject([{ state: 'paid', total: 12400 }]);
  });

  test('by card from a later day: nothing is granted until the card has paid', async () => {
    const { world, desk } = await salon();
    expect((await desk.enrol({ planId, startsOn: '2026-02-10', payment: 'card' })).body.credits).toEqual([]);
    expect((await second(world))?.period).toEqual({ index: -1, start: '2026-02-10', end: '2026-02-10' });
    expect(await units(world)).toEqual([]);
  });

  test('by card with a trial from a later day: its visits are for those days, and the first bill comes after it', async () => {
    const { world, desk } = await salon();
    await world.table.commit([insert(rowOf(keys.plan(slug, planId, 2), { ...plan, version: 2, trialDays: 14 }))]);
    const { body } = await desk.enrol({ planId, startsOn: '2026-02-10', payment: 'card' });
    expect(body).toMatchObject({ status: 'scheduled', credits: [] });
    expect((await second(world))?.period).toEqual({ index: -1, start: '2026-02-10', end: '2026-02-24' });
    expect(await units(world)).toEqual([2]);
    // Clients are told the day on which the trial begins, not that of the first bill.
    const { memberships } = (await desk.call('GET {member}', {})).body;
    expect(memberships).toContainEqual(
      expect.objectContaining({ since: '2026-02-10', nextBill: { kind: 'on', date: '2026-02-24' } }),
    );
    expect((await desk.redeem(1)).status).toBe(409);
    world.moveTo('2026-02-11T15:00:00Z');
    expect((await desk.redeem(1)).status).toBe(201);
    await world.live('2026-02-23T15:00:00Z');
    const charged = () => world.provider.succeeded().filter(({ amount }) => amount === 12400);
    expect(charged()).toEqual([]);
    await world.live('2026-02-24T23:00:00Z');
    expect(charged()).toHaveLength(1);
  });

  test('by card from today: the first bill is due at once, and only then come the visits', async () => {
    const { world, desk } = await salon();
    const { body } = await desk.enrol({ planId, startsOn: '2026-01-31', payment: 'card' });
    expect(body).toMatchObject({ status: 'renewal_pending', credits: [] });
    const membership = await second(world);
    const row = world.table.rows().find(({ sk }) => sk === `NOW#MEMBERSHIP#${membership?.membershipId}`);
    expect(row?.dueAt?.slice(0, 10)).toBe('2026-01-31');
    expect(Date.parse(row?.dueAt?.split('#')[0] ?? '')).toBeLessThan(world.now());
    expect(await units(world)).toEqual([]);
  });

  test('by card with the first month paid at the desk: the card pays from the second', async () => {
    const { world, desk } = await salon();
    await desk.enrol({ planId, startsOn: '2026-01-31', payment: 'card', paidBy: 'cash' });
    expect(await second(world)).toMatchObject({ payment: 'card', period: { index: 0, end: '2026-02-28' } });
    expect(await units(world)).toEqual([2]);
  });

  test('with a trial: visits at once, no invoice, the first bill after it', async () => {
    const { world, desk } = await salon();
    await world.table.commit([insert(rowOf(keys.plan(slug, planId, 2), { ...plan, version: 2, trialDays: 14 }))]);
    const { body } = await desk.enrol({ planId, startsOn: '2026-01-31', payment: 'card' });
    expect(body.credits).toMatchObject([{ available: 2 }]);
    expect((await second(world))?.period).toEqual({ index: -1, start: '2026-01-31', end: '2026-02-14' });
    expect(await world.invoices()).toEqual([]);
  });

  test('is refused by card where none are taken, at the desk where the client must pay by card, and elsewhere', async () => {
    const { world, desk } = await salon();
    const elsewhere = { planId, startsOn: '2026-01-31', locationId: 'loc_01JAB000000000000000000001' };
    expect((await desk.enrol(elsewhere)).body.code).toBe('not_found');
    const { billing } = await world.member();
    await world.table.commit([billingWrite(slug, billing, { ...billing.value, payLaterDisabled: true })]);
    expect((await desk.enrol({ planId, startsOn: '2026-01-31' })).body.code).toBe('pay_later_disabled');
    const account = { accountId: 'acct_aurora', ready: false, since: 0 };
    await world.table.commit([replace(rowOf(keys.payments(slug), account), 1)]);
    const byCard = await desk.enrol({ planId, startsOn: '2026-01-31', payment: 'card' });
    expect(byCard.body.code).toBe('payments_not_connected');
  });
});
