import { describe, expect, test } from '@jest/globals';
import { openCardPage, openPaymentPage } from '../../../functions/billing/open-checkout.ts';
import { tryInvoice } from '../../../functions/billing/retry-invoice.ts';
import { type BillingTestWorld, billingWorldForTests, memberId } from '../../support/billing-world.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;

const visitor = (world: BillingTestWorld) =>
  ({
    slug: 'aurora',
    memberId,
    actor: { kind: 'member', memberId },
    at: world.now(),
    requestId: `request-${world.now()}`,
    language: 'en',
    backTo: '/portal',
  }) as const;

/** Puts another card on file, in every state of a membership. */
async function enterCard(world: BillingTestWorld, card: string) {
  await openCardPage(world.world, visitor(world));
  return world.finishPage(card);
}

/** What ends while a payment is open: the day agreed with the member, or the last of a fixed term (rule 2). */
describe.each([
  ['cancelled for a day on which a payment is open', { cancelOn: '2026-02-15' }, { endedBecause: 'requested' }],
  ['of a fixed term that ends while a payment is open', { lastDay: '2026-02-14' }, { endedBecause: 'payment_failed' }],
] as const)('a membership %s', (_, given, ended) => {
  async function lived(until: string) {
    const world = await billingWorldForTests({
      membership: { ...given, ...('cancelOn' in given ? { endedBecause: 'requested' as const } : {}) },
      plan: { interval: { unit: 'week', count: 1 } },
    });
    world.provider.behave('pm_good', soft);
    await world.live(until);
    return world;
  }

  test('ends on that day: no further try, the invoice is void, nothing is owed', async () => {
    const world = await lived('2026-04-20T00:00:00Z');
    const days = world.provider.taken.map(({ at }) => new Date(at).toISOString().slice(0, 10));
    expect(days.filter((day) => day >= '2026-02-15')).toEqual([]);
    expect(await world.membership()).toMatchObject({ status: 'cancelled', cancelOn: '2026-02-15', ...ended });
    expect((await world.membership()).due).toBeUndefined();
    expect((await world.invoices()).map(({ state }) => state)).toEqual(['void']);
    expect(await world.due()).toEqual([]);
  });

  test('is not charged from that day on, whatever card is entered (goals I5)', async () => {
    // After midnight there, before the morning's run has written it down.
    const world = await lived('2026-02-15T06:00:00Z');
    world.provider.taken.length = 0;
    const [open] = await world.invoices();
    const asked = tryInvoice(world.world, visitor(world), open?.invoiceId ?? '', { kind: 'member', id: 'pay-now' });
    await expect(asked).rejects.toMatchObject({ code: 'membership_not_running' });
    expect(await enterCard(world, 'pm_new')).toMatchObject({ card: { last4: '4242' } });
    expect(world.provider.taken).toEqual([]);
    await world.live('2026-03-20T00:00:00Z');
    expect(world.provider.taken).toEqual([]);
    expect(await world.credits()).toEqual([]);
  });

  test('gives back what is paid after that day on a page that was opened before', async () => {
    const world = await lived('2026-02-14T20:00:00Z');
    const [invoice] = await world.invoices();
    if (!invoice) throw new Error('nothing is open');
    await openPaymentPage(world.world, visitor(world), invoice.invoiceId);
    world.moveTo('2026-02-15T06:00:00Z');
    await world.finishPage('pm_new');
    expect(world.provider.refunds().map(({ amount }) => amount)).toEqual([9900]);
    expect(await world.credits()).toEqual([]);
    await expect(openPaymentPage(world.world, visitor(world), invoice.invoiceId)).rejects.toMatchObject({
      code: 'not_an_open_invoice',
    });
  });
});
