import { describe, expect, test } from '@jest/globals';
import { billingDesk } from '../../support/billing-desk.ts';
import { billingWorldForTests, membershipId } from '../../support/billing-world.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const invoiceId = `${membershipId}.1`;

async function declined(until = '2026-03-05T15:00:00Z') {
  const world = await billingWorldForTests();
  const desk = await billingDesk(world);
  world.provider.behave('pm_good', soft);
  await world.live(until);
  return { world, desk };
}

describe('an invoice that is written off', () => {
  test('is owed no more; its month counts as skipped, without visits', async () => {
    const { world, desk } = await declined();
    const { status, body } = await desk.voidInvoice(invoiceId);
    expect(status).toBe(200);
    expect(body.invoice).toMatchObject({ state: 'void', due: { amount: 0 } });
    const membership = await world.membership();
    expect(membership).toMatchObject({ status: 'active', period: { index: 1, end: '2026-03-31' } });
    expect(membership.due).toBeUndefined();
    expect(await world.credits()).toEqual([]);
    expect(world.events('invoice.voided')).toHaveLength(1);
    const row = world.table.rows().find(({ sk, pk }) => sk === membershipId && pk.endsWith('#PAST-DUE'));
    expect(row?.data).toMatchObject({ live: false });
  });

  test('the next month is billed on its day, and nothing before', async () => {
    const { world, desk } = await declined();
    await desk.voidInvoice(invoiceId);
    const tries = world.provider.taken.length;
    world.provider.behave('pm_good', 'good');
    await world.live('2026-03-31T03:00:00Z');
    expect(world.provider.taken).toHaveLength(tries);
    await world.live('2026-04-01T03:00:00Z');
    expect(world.provider.succeeded().map(({ metadata }) => metadata.invoiceId)).toEqual([`${membershipId}.2`]);
  });

  test('long after: the month of today is skipped as well, nobody is billed in the middle of it', async () => {
    const { world, desk } = await declined('2026-03-29T15:00:00Z');
    world.moveTo('2026-04-03T15:00:00Z');
    await desk.voidInvoice(invoiceId);
    expect((await world.membership()).period).toEqual({ index: 2, start: '2026-03-31', end: '2026-04-30' });
    expect(await world.due()).toEqual([]);
  });

  test('is neither paid nor written off again, nor while the card is being asked', async () => {
    const { world, desk } = await declined();
    world.provider.fail((call) => (call === 'charge' ? 'after' : undefined));
    await desk.call('POST {member}/invoices/{invoiceId}/retry', {}, { invoiceId });
    expect((await desk.voidInvoice(invoiceId)).body.code).toBe('payment_in_progress');
    world.provider.fail(() => undefined);
    await world.live('2026-03-05T18:00:00Z');
    expect((await desk.voidInvoice(invoiceId)).status).toBe(200);
    expect((await desk.voidInvoice(invoiceId)).body.code).toBe('not_an_open_invoice');
    expect((await desk.recordPayment(invoiceId)).body.code).toBe('not_an_open_invoice');
  });
});
