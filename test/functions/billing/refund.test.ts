import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTopUpPage } from '../../../functions/billing/open-checkout.ts';
import { takeProviderRefunds } from '../../../functions/billing/take-refund.ts';
import { reconcilePayments } from '../../../functions/jobs/reconcile-payments.ts';
import { creditGroups } from '../../../functions/views/credit-view.ts';
import { amountRefunded } from '../../../shared/domain/invoice.ts';
import { billingDesk } from '../../support/billing-desk.ts';
import {
  type BillingTestWorld,
  billingWorldForTests,
  memberId,
  membershipId,
  slug,
} from '../../support/billing-world.ts';
import { expectLedgersInOrder } from '../../support/ledgers.ts';

/** Somebody pulled the plug: the rest of the call does not happen. */
class Crash extends Error {}

const invoiceId = `${membershipId}.1`;
const hour = 3_600_000;

/** A member who paid $99 by card for March, and the colleague at the desk. */
async function paidMonth() {
  const world = await billingWorldForTests();
  const desk = await billingDesk(world);
  await world.live('2026-03-02T15:00:00Z');
  return { world, desk };
}

const invoiceOf = async (world: BillingTestWorld) => {
  const invoice = (await world.invoices()).find((one) => one.invoiceId === invoiceId);
  if (!invoice) throw new Error('no invoice');
  return invoice;
};
const left = async (world: BillingTestWorld) => (await world.credits())[0]?.available;
const reconcile = (world: BillingTestWorld) => reconcilePayments(world.world, world.now(), 'reconciling', () => true);
const person = (world: BillingTestWorld) => ({ ...world.scene(), actor: { kind: 'system', job: 'webhook' } as const });
const report = (world: BillingTestWorld) => takeProviderRefunds(world.world, person(world), invoiceId, 'acct_aurora');

/** Lets the hour pass after which somebody looks for refunds without an end. */
async function heal(world: BillingTestWorld): Promise<void> {
  Object.assign(world.hooks, { before: undefined, after: undefined });
  world.provider.fail(() => undefined);
  world.pass(2 * hour);
  await reconcile(world);
}

async function expectOneRefund(world: BillingTestWorld, amount: number): Promise<void> {
  expect(world.provider.refunds().map((refund) => refund.amount)).toEqual([amount]);
  const { refunds } = await invoiceOf(world);
  expect(refunds).toMatchObject([{ n: 1, state: 'done', amount, refundId: world.provider.refunds()[0]?.refundId }]);
  expect(await left(world)).toBe(0);
  expect(world.events('invoice.refunded')).toHaveLength(1);
  await expectLedgersInOrder(world);
}

describe('a refund by the salon', () => {
  test('goes back to the card, takes the unused visits and leaves the membership', async () => {
    const { world, desk } = await paidMonth();
    const { status, body } = await desk.refund(invoiceId, 9900);
    expect(status).toBe(201);
    expect(body.invoice).toMatchObject({ state: 'refunded', refundable: { amount: 0 }, refunds: [{ state: 'done' }] });
    await expectOneRefund(world, 9900);
    expect((await world.membership()).status).toBe('active');
  });

  test('in part leaves the rest, up to what was paid and not a cent more', async () => {
    const { world, desk } = await paidMonth();
    expect((await desk.refund(invoiceId, 4000, { takeBackCredits: false })).body.invoice.state).toBe('partly_refunded');
    expect(await left(world)).toBe(2);
    const refused = await desk.refund(invoiceId, 5901);
    expect(refused.body).toMatchObject({ code: 'refund_too_high' });
    expect(refused.body.detail).toContain('$59.00');
    expect((await desk.refund(invoiceId, 5900)).status).toBe(201);
    expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([4000, 5900]);
  });

  test('takes visits back without saying that they were used', async () => {
    const { world, desk } = await paidMonth();
    await desk.redeem(1);
    await desk.refund(invoiceId, 4000);
    const shown = (account: Parameters<typeof creditGroups>[0]) =>
      creditGroups(account, '2026-03-02', world.business.policies, { spent: true }).map(({ buckets }) =>
        buckets.map(({ granted, available }) => [granted, available]),
      );
    expect(shown((await world.member()).account.value)).toEqual([[[1, 0]]]);
  });

  test('that takes all of them back leaves nothing to tell of', async () => {
    const { world, desk } = await paidMonth();
    await desk.refund(invoiceId, 9900);
    const { account } = await world.member();
    expect(creditGroups(account.value, '2026-03-02', world.business.policies, { spent: true })).toEqual([]);
    await expectLedgersInOrder(world);
  });

  test('leaves what was used, never below zero (F36)', async () => {
    const { world, desk } = await paidMonth();
    await desk.redeem(2);
    expect((await desk.refund(invoiceId, 9900)).status).toBe(201);
    expect(await left(world)).toBe(0);
    await expectLedgersInOrder(world);
  });

  test('is refused for an open invoice, for another currency and for one that does not exist', async () => {
    const { world, desk } = await paidMonth();
    expect((await desk.refund(invoiceId, 1, { currency: 'EUR' })).body.code).toBe('currency_mismatch');
    expect((await desk.refund(`${membershipId}.7`, 1)).body.code).toBe('not_found');
    world.provider.behave('pm_good', { declineClass: 'soft', code: 'insufficient_funds' });
    await world.live('2026-04-01T15:00:00Z');
    expect((await desk.refund(`${membershipId}.2`, 1)).body.code).toBe('not_a_paid_invoice');
  });

  test('that the provider refuses says so, and takes nothing back', async () => {
    const { world, desk } = await paidMonth();
    world.provider.fail((call) => (call === 'refund' ? 'busy' : undefined));
    expect((await desk.refund(invoiceId, 9900)).body.invoice.refunds).toMatchObject([{ state: 'failed' }]);
    expect(await left(world)).toBe(2);
    expect(world.events('invoice.refunded')).toEqual([]);
  });

  test('the same call twice, and twice at once, gives back once', async () => {
    const { world, desk } = await paidMonth();
    const key = 'the-same-call-again';
    await Promise.all([1, 2].map(() => desk.refund(invoiceId, 4000, {}, key)));
    expect((await desk.refund(invoiceId, 4000, {}, key)).status).toBe(201);
    await expectOneRefund(world, 4000);
  });
});

describe('the plug is pulled in the middle of a refund', () => {
  const key = 'the-refund-of-the-test';

  async function callsOfRefund(): Promise<number> {
    const { world, desk } = await paidMonth();
    let calls = 0;
    world.hooks.before = () => {
      calls += 1;
    };
    await desk.refund(invoiceId, 4000, {}, key);
    return calls;
  }

  test.each([
    ['before', 'the colleague tries again'],
    ['after', 'the colleague tries again'],
    ['before', 'nobody comes back'],
    ['after', 'nobody comes back'],
  ] as const)('%s any call of the table, and %s: the money goes back once', async (when, then) => {
    const calls = await callsOfRefund();
    expect(calls).toBeGreaterThan(6);
    for (let last = 1; last <= calls; last += 1) {
      const { world, desk } = await paidMonth();
      let call = 0;
      world.hooks[when] = () => {
        call += 1;
        if (call >= last) throw new Crash();
      };
      await desk.refund(invoiceId, 4000, {}, key).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      const wasClaimed = (await unhooked(world, invoiceOf)).refunds.length > 0;
      if (then === 'the colleague tries again') await desk.refund(invoiceId, 4000, {}, key);
      await heal(world);
      if (wasClaimed || then === 'the colleague tries again') await expectOneRefund(world, 4000);
      else expect(world.provider.refunds()).toEqual([]);
    }
  });

  async function unhooked<Answer>(world: BillingTestWorld, look: (world: BillingTestWorld) => Promise<Answer>) {
    Object.assign(world.hooks, { before: undefined, after: undefined });
    return look(world);
  }

  test.each(['before', 'after'] as const)('the provider’s answer is lost (%s it was done)', async (when) => {
    const { world, desk } = await paidMonth();
    world.provider.fail((call) => (call === 'refund' ? when : undefined));
    expect((await desk.refund(invoiceId, 4000, {}, key)).body.invoice.refunds).toMatchObject([{ state: 'pending' }]);
    expect(await left(world)).toBe(2);
    await heal(world);
    await expectOneRefund(world, 4000);
    expect((await desk.refund(invoiceId, 4000, {}, key)).status).toBe(201);
    await expectOneRefund(world, 4000);
  });

  test('nobody else may give more back while nobody knows', async () => {
    const { world, desk } = await paidMonth();
    world.provider.fail((call) => (call === 'refund' ? 'before' : undefined));
    await desk.refund(invoiceId, 4000, {}, key);
    expect((await desk.refund(invoiceId, 1000)).body.code).toBe('payment_in_progress');
    await heal(world);
    await expectOneRefund(world, 4000);
  });

  test('and comes back days later, when the provider has forgotten the name of the request', async () => {
    const { world, desk } = await paidMonth();
    world.provider.fail((call) => (call === 'refund' ? 'after' : undefined));
    await desk.refund(invoiceId, 4000, {}, key);
    world.pass(72 * hour);
    await heal(world);
    await expectOneRefund(world, 4000);
  });

  test('another colleague’s refund finishes the one that was broken off, then makes its own', async () => {
    const { world, desk } = await paidMonth();
    world.provider.fail((call) => (call === 'refund' ? 'after' : undefined));
    await desk.refund(invoiceId, 4000, {}, key);
    world.provider.fail(() => undefined);
    expect((await desk.refund(invoiceId, 1000)).status).toBe(201);
    expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([4000, 1000]);
    expect(amountRefunded(await invoiceOf(world))).toBe(5000);
  });

  test('a refund that is finished no longer waits to be looked into', async () => {
    const { world, desk } = await paidMonth();
    await desk.refund(invoiceId, 4000);
    world.pass(2 * hour);
    expect((await reconcile(world)).refunds).toBe(0);
  });
});

describe('a refund in the provider’s dashboard', () => {
  test('is written down once, however often and in whatever order it is reported (rule I8)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.boolean(), { maxLength: 6 }),
        async (amounts, reports) => {
          const { world } = await paidMonth();
          const [payment] = world.provider.succeeded();
          const waiting = [...amounts];
          for (const isReport of reports) {
            const amount = isReport ? undefined : waiting.shift();
            if (amount === undefined) await report(world);
            else world.provider.refundThere(payment?.paymentIntentId ?? '', Math.min(amount, 3300));
          }
          await Promise.all([report(world), report(world)]);
          const invoice = await invoiceOf(world);
          expect(invoice.refunds.map(({ refundId }) => refundId)).toEqual(
            world.provider.refunds().map(({ refundId }) => refundId),
          );
          expect(world.events('invoice.refunded')).toHaveLength(world.provider.refunds().length);
          await expectLedgersInOrder(world);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('in full takes the unused visits back', async () => {
    const { world } = await paidMonth();
    world.provider.refundThere(world.provider.succeeded()[0]?.paymentIntentId ?? '', 9900);
    await report(world);
    expect(await left(world)).toBe(0);
    expect((await invoiceOf(world)).refunds).toMatchObject([{ reason: 'provider', amount: 9900, state: 'done' }]);
  });

  test('that waits for the bank is shown as such, and ends when the bank has answered', async () => {
    const { world } = await paidMonth();
    const payment = world.provider.succeeded()[0]?.paymentIntentId ?? '';
    const refundId = world.provider.refundThere(payment, 9900, { state: 'pending' });
    await report(world);
    expect(await left(world)).toBe(2);
    world.pass(2 * hour);
    await reconcile(world);
    expect((await invoiceOf(world)).refunds).toMatchObject([{ state: 'pending' }]);
    world.provider.refundThere(payment, 9900, { refundId });
    world.pass(hour);
    await reconcile(world);
    expect((await invoiceOf(world)).refunds).toMatchObject([{ state: 'done' }]);
    expect(await left(world)).toBe(0);
    expect(world.provider.refunds()).toHaveLength(1);
  });

  test('reported before our own answer is committed is the same refund', async () => {
    const { world, desk } = await paidMonth();
    world.provider.fail((call) => (call === 'refund' ? 'after' : undefined));
    await desk.refund(invoiceId, 4000);
    world.provider.fail(() => undefined);
    await report(world);
    await expectOneRefund(world, 4000);
    await heal(world);
    await expectOneRefund(world, 4000);
  });
});

test('what a member paid in and has spent cannot be given back', async () => {
  const { world, desk } = await paidMonth();
  await openTopUpPage(
    world.world,
    { ...person(world), slug, memberId, actor: { kind: 'member', memberId }, language: 'en', backTo: '/portal' },
    5000,
    'Account credit',
  );
  await world.finishPage('pm_good');
  const topUp = (await world.invoices()).find(({ cause }) => cause.kind === 'account_credit');
  const adjusted = await desk.call('POST {member}/account-credit', { amount: -2000, reason: 'paid_out' });
  expect(adjusted.status).toBe(201);
  const refused = await desk.refund(topUp?.invoiceId ?? '', 5000);
  expect(refused.body.detail).toContain('$30.00');
  expect((await desk.refund(topUp?.invoiceId ?? '', 3000)).status).toBe(201);
  expect((await world.member()).money?.value.balance).toBe(0);
  await expectLedgersInOrder(world);
});
