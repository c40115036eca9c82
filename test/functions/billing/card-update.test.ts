import { beforeEach, describe, expect, test } from '@jest/globals';
import { cancelled } from '../../../functions/billing/cancel-membership.ts';
import { completeCheckout } from '../../../functions/billing/complete-checkout.ts';
import { openCardPage, openPaymentPage } from '../../../functions/billing/open-checkout.ts';
import { tryInvoice } from '../../../functions/billing/retry-invoice.ts';
import { loadScene } from '../../../functions/billing/scene.ts';
import { type BillingTestWorld, billingWorldForTests, memberId, membershipId } from '../../support/billing-world.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const hard = { declineClass: 'hard', code: 'lost_card' } as const;
let world: BillingTestWorld;

const visitor = () =>
  ({
    slug: 'aurora',
    memberId,
    actor: { kind: 'member', memberId },
    at: world.now(),
    requestId: `request-${world.now()}`,
    language: 'en',
    backTo: '/portal',
  }) as const;

/** A member whose card failed on the bill date, two days ago. */
beforeEach(async () => {
  world = await billingWorldForTests();
  world.provider.behave('pm_good', hard);
  await world.live('2026-03-02T15:00:00Z');
  world.provider.taken.length = 0;
});

describe('a new card', () => {
  test('pays the open invoice at once, and the member sees it on the same screen (000-017, 000-019)', async () => {
    await openCardPage(world.world, visitor());
    expect(await world.finishPage('pm_new')).toEqual({
      purpose: 'card_update',
      card: { brand: 'visa', last4: '4242' },
      payment: 'paid',
      amount: { amount: 9900, currency: 'USD' },
      plan: 'Gold',
      status: 'active',
    });
    expect(world.provider.succeeded()).toHaveLength(1);
    expect((await world.credits()).map(({ available }) => available)).toEqual([2]);
    expect((await world.member()).billing.value.card?.paymentMethodId).toBe('pm_new');
    expect(world.events('card.updated')).toHaveLength(1);
  });

  test('is tried exactly once per update, however often and by whatever way it is reported (000-018)', async () => {
    world.provider.behave('pm_new', soft);
    await openCardPage(world.world, visitor());
    const sessionId = world.provider.newestPage();
    world.provider.finish(sessionId, 'pm_new');
    const report = (kind: 'visitor' | 'system') => {
      const actor = kind === 'visitor' ? ({ kind } as const) : ({ kind, job: 'payment-provider' } as const);
      return completeCheckout(world.world, { slug: 'aurora', at: world.now(), requestId: 'r', actor }, sessionId);
    };
    const answers = await Promise.allSettled(
      (['visitor', 'system', 'visitor', 'system', 'system'] as const).map(report),
    );
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'payment_in_progress' });
    }
    expect(await report('visitor')).toMatchObject({ payment: 'declined', status: 'past_due' });
    expect(world.provider.taken).toHaveLength(1);
    expect((await world.member()).billing.value.updates).toEqual([sessionId]);
  });

  test('that fails too leaves the schedule as it was, and gives it a card to try (rules D4, D6)', async () => {
    world.provider.behave('pm_new', soft);
    const before = (await world.membership()).due;
    await openCardPage(world.world, visitor());
    await world.finishPage('pm_new');
    const after = (await world.membership()).due;
    expect(after?.step).toBe(before?.step);
    expect(after?.declineClass).toBe('soft');
    await world.live('2026-03-04T00:00:00Z');
    expect(world.provider.taken).toHaveLength(2);
  });

  test('also helps after everything was given up, as long as the membership stands', async () => {
    await world.live('2026-03-20T00:00:00Z');
    expect((await world.membership()).status).toBe('unpaid');
    await openCardPage(world.world, visitor());
    expect(await world.finishPage('pm_new')).toMatchObject({ payment: 'paid', status: 'active' });
  });

  test('when nothing is due is only kept (000-016)', async () => {
    world = await billingWorldForTests();
    await openCardPage(world.world, visitor());
    expect(await world.finishPage('pm_new')).toMatchObject({ payment: 'nothing_due', card: { last4: '4242' } });
    expect(world.provider.taken).toEqual([]);
  });

  test('after a whole period was missed buys the one of today (rule D5)', async () => {
    world = await billingWorldForTests({ business: { policies: { ...world.business.policies, cancelAfterDays: 90 } } });
    world.provider.behave('pm_good', hard);
    await world.live('2026-04-10T15:00:00Z');
    await openCardPage(world.world, visitor());
    expect(await world.finishPage('pm_new')).toMatchObject({ payment: 'paid' });
    expect((await world.membership()).period).toEqual({ index: 2, start: '2026-03-31', end: '2026-04-30' });
    expect(world.provider.succeeded()).toHaveLength(1);
    const [invoice] = await world.invoices();
    expect(invoice?.lines[0]?.subject).toMatchObject({ start: '2026-03-31', end: '2026-04-30' });
    await world.live('2026-05-01T00:00:00Z');
    expect((await world.membership()).period.index).toBe(3);
  });
});

test('a charge that settles after its introductory month sells the month of today at the price that was agreed (rule D5)', async () => {
  const intro = { price: { amount: 4900, currency: 'USD' }, periods: 2 } as const;
  world = await billingWorldForTests({ plan: { intro } });
  // The answer is lost, and the provider is not to be reached until the next month has begun.
  world.provider.fail((call) => (call === 'charge' ? 'after' : call === 'findAttempt' ? 'before' : undefined));
  await expect(world.live('2026-03-02T15:00:00Z')).rejects.toThrow('findAttempt never arrived');
  world.moveTo('2026-04-02T15:00:00Z');
  world.provider.fail(() => undefined);
  await world.live('2026-04-03T15:00:00Z');
  const [invoice] = await world.invoices();
  expect(invoice).toMatchObject({ state: 'paid', total: 4900, cause: { period: { index: 2 } } });
  expect(invoice?.lines.reduce((sum, { gross }) => sum + gross, 0)).toBe(invoice?.total);
  expect(invoice?.lines[0]?.subject).toMatchObject({ start: '2026-03-31', end: '2026-04-30' });
});

describe('paying on the provider’s page', () => {
  const invoiceId = `${membershipId}.1`;

  test('settles the invoice and keeps the card', async () => {
    await openPaymentPage(world.world, visitor(), invoiceId);
    expect(await world.finishPage('pm_confirmed')).toMatchObject({
      purpose: 'payment',
      payment: 'paid',
      status: 'active',
    });
    expect((await world.member()).billing.value.card?.paymentMethodId).toBe('pm_confirmed');
    expect(world.allInvoices()[0]?.payment).toMatchObject({ kind: 'card', amount: 9900 });
  });

  test('after the invoice was paid another way, the second payment goes back at once (F31)', async () => {
    await openPaymentPage(world.world, visitor(), invoiceId);
    const page = world.provider.newestPage();
    await openCardPage(world.world, visitor());
    await world.finishPage('pm_new');
    world.provider.finish(page, 'pm_confirmed');
    const report = { slug: 'aurora', at: world.now(), requestId: 'r', actor: { kind: 'visitor' } } as const;
    expect(await completeCheckout(world.world, report, page)).toMatchObject({ purpose: 'payment' });
    await completeCheckout(world.world, report, page);
    // The provider has forgotten the key by then, and refuses to give the same money back twice (F9).
    await completeCheckout(world.world, { ...report, at: world.now() + 72 * 3_600_000 }, page);
    expect(world.provider.succeeded()).toHaveLength(2);
    expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([9900]);
    // Each event becomes a mail.
    expect(world.events('invoice.refunded')).toHaveLength(1);
    expect((await world.credits()).map(({ available }) => available)).toEqual([2]);
  });
});

describe('a colleague who tries the card once more', () => {
  const invoiceId = `${membershipId}.1`;
  const again = (id: string) => tryInvoice(world.world, visitor(), invoiceId, { kind: 'staff', id });

  test('gets the same answer for the same press, and moves no schedule (rule D6)', async () => {
    world = await billingWorldForTests();
    world.provider.behave('pm_good', soft);
    await world.live('2026-03-02T15:00:00Z');
    world.provider.taken.length = 0;
    const step = (await world.membership()).due?.step;
    expect(await again('one-press-of-a-button')).toMatchObject({ result: 'declined', code: 'insufficient_funds' });
    expect(await again('one-press-of-a-button')).toMatchObject({ result: 'declined' });
    expect(world.provider.taken).toHaveLength(1);
    expect((await world.membership()).due?.step).toBe(step);
    // Two tries of a card a day, and no more (rule D3).
    await again('another-press-of-it');
    await expect(again('a-third-press-of-it')).rejects.toMatchObject({ code: 'too_many_attempts' });
  });
});

test('cancelling ends the retries and voids what is open (rule D7)', async () => {
  const scene = await loadScene(world.world, world.scene());
  if (!scene) throw new Error('no scene');
  const { writes } = await cancelled(world.world, scene, { when: 'period_end' });
  await world.table.commit(writes);
  expect((await world.invoices()).map(({ state }) => state)).toEqual(['void']);
  expect(await world.live('2026-06-01T00:00:00Z')).toEqual([]);
  expect(world.provider.taken).toEqual([]);
});
