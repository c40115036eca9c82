import { describe, expect, test } from '@jest/globals';
import { openTopUpPage } from '../../../functions/billing/open-checkout.ts';
import { billingWrite } from '../../../functions/store/billing-rows.ts';
import { billingWorldForTests, memberId } from '../../support/billing-world.ts';

const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;
const hard = { declineClass: 'hard', code: 'lost_card' } as const;

/** The days after 28 February on which the card was tried, and those on which the member was told what. */
async function lived(options: Parameters<typeof billingWorldForTests>[0], behaviour: typeof soft | typeof hard) {
  const world = await billingWorldForTests(options);
  world.provider.behave('pm_good', behaviour);
  await world.live('2026-04-02T00:00:00Z');
  const day = (at: number) => Math.floor((at - Date.parse('2026-02-28T05:00:00Z')) / 86_400_000);
  const tried = world.provider.taken.map(({ at }) => day(at));
  const told = world
    .events('payment.needs_attention')
    .map(({ data }) => data as { at: number; subject: { message: string } })
    .sort((a, b) => a.at - b.at)
    .map(({ at, subject }) => [day(at), subject.message]);
  return { world, tried, told };
}

describe('a card without enough money on it', () => {
  test('is tried on days 0, 3, 5, 7, 10 and 14, and the member is told by the table (rules D1, D2)', async () => {
    const { world, tried, told } = await lived({}, soft);
    expect(tried).toEqual([0, 3, 5, 7, 10, 14]);
    expect(told).toEqual([
      [0, 'first'],
      [3, 'reminder'],
      [7, 'benefits_pause'],
      [10, 'on_hold'],
      [14, 'final'],
    ]);
    const [invoice, ...others] = await world.invoices();
    // No second month is billed while one is open (rule D5).
    expect(others).toEqual([]);
    expect(invoice?.attempts.map(({ trigger, outcome }) => [trigger.kind, outcome])).toEqual([
      ['renewal', 'declined'],
      ...Array.from({ length: 5 }, () => ['schedule', 'declined']),
    ]);
  });

  test('and nobody pays or decides for a month: the membership ends, the invoice is void, nothing was granted', async () => {
    const { world } = await lived({}, soft);
    expect(await world.membership()).toMatchObject({ status: 'cancelled', endedBecause: 'payment_failed' });
    expect((await world.membership()).due).toBeUndefined();
    expect((await world.invoices()).map(({ state }) => state)).toEqual(['void']);
    expect(await world.credits()).toEqual([]);
    expect(world.events('membership.cancelled')).toHaveLength(1);
    expect(await world.due()).toEqual([]);
  });

  test('recovers on day 5 in the same period: the anchor stays, everything after is as if nothing had been', async () => {
    const world = await billingWorldForTests();
    world.provider.behave('pm_good', soft);
    await world.live('2026-03-04T00:00:00Z');
    expect((await world.membership()).status).toBe('past_due');
    world.provider.behave('pm_good', 'good');
    await world.live('2026-03-06T00:00:00Z');
    expect(await world.membership()).toMatchObject({ status: 'active', period: { index: 1, end: '2026-03-31' } });
    expect((await world.membership()).due).toBeUndefined();
    expect(world.events('payment.needs_attention')).toHaveLength(2);
    expect((await world.credits()).map(({ available }) => available)).toEqual([2]);
    await world.live('2026-04-01T00:00:00Z');
    expect((await world.membership()).period).toMatchObject({ index: 2, start: '2026-03-31' });
  });
});

describe('a card that will never work again', () => {
  test('is tried once; the messages go out all the same (rule D3, F30)', async () => {
    const { tried, told } = await lived({}, hard);
    expect(tried).toEqual([0]);
    expect(told.map(([day]) => day)).toEqual([0, 3, 7, 10, 14]);
  });

  test('no card at all is no try at the provider', async () => {
    const { tried, told } = await lived({ card: null }, hard);
    expect(tried).toEqual([]);
    expect(told.map(([day]) => day)).toEqual([0, 3, 7, 10, 14]);
  });
});

test('the bank wants to see the member: no further try can succeed, so there is none (rule A3)', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', { declineClass: 'authentication', code: 'authentication_required' });
  await world.live('2026-03-20T00:00:00Z');
  expect(world.provider.taken).toHaveLength(1);
  expect(world.events('payment.needs_attention')).toHaveLength(5);
});

test('trouble at the provider is no decline: asked again within hours, nobody is told, no day is used up (rule D3)', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', { declineClass: 'technical', code: 'processing_error' });
  await world.live('2026-02-28T15:00:00Z');
  expect(world.provider.taken.length).toBeGreaterThan(1);
  expect((await world.membership()).status).toBe('active');
  expect(world.events('payment.needs_attention')).toEqual([]);
  world.provider.behave('pm_good', 'good');
  await world.live('2026-03-01T00:00:00Z');
  expect(await world.membership()).toMatchObject({ status: 'active', period: { index: 1 } });
  expect((await world.membership()).due).toBeUndefined();
});

test('trouble at the provider on a later day: that day is asked again three times, then the next one is (rule D3)', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', soft);
  await world.live('2026-03-02T00:00:00Z');
  world.provider.behave('pm_good', { declineClass: 'technical', code: 'processing_error' });
  await world.live('2026-03-05T00:00:00Z');
  expect(world.provider.taken).toHaveLength(1 + 4);
  expect((await world.membership()).due?.step).toBe(3);
  await world.live('2026-03-06T00:00:00Z');
  expect(world.provider.taken).toHaveLength(1 + 4 + 4);
});

test('a no after trouble at the provider is the try of that day, not one more (rules D1, D3)', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', soft);
  await world.live('2026-03-02T00:00:00Z');
  world.provider.behave('pm_good', { declineClass: 'technical', code: 'processing_error' });
  await world.live('2026-03-03T14:00:00Z');
  expect(world.provider.taken).toHaveLength(2);
  world.provider.behave('pm_good', soft);
  await world.live('2026-03-05T00:00:00Z');
  expect(world.provider.taken).toHaveLength(3);
  expect((await world.membership()).due?.step).toBe(3);
  expect(world.events('payment.needs_attention')).toHaveLength(2);
});

test('a salon’s own days are kept', async () => {
  const policies = {
    graceDays: 2,
    retryDays: [0, 1, 4],
    cancelAfterDays: 10,
    expiresSoonDays: 14,
    renewalNoticeDays: 7,
  };
  const { world, tried } = await lived({ business: { policies } }, soft);
  expect(tried).toEqual([0, 1, 4]);
  expect(await world.membership()).toMatchObject({ status: 'cancelled', cancelOn: '2026-03-10' });
});

test('after an outage over several days there is one try and one message, not all of them at once', async () => {
  const world = await billingWorldForTests();
  world.provider.behave('pm_good', soft);
  await world.live('2026-03-01T00:00:00Z');
  world.moveTo('2026-03-09T00:00:00Z');
  await world.sweep();
  expect(world.provider.taken).toHaveLength(2);
  expect((await world.membership()).due?.step).toBe(7);
  expect(world.events('payment.needs_attention')).toHaveLength(2);
});

describe('account credit (rule C11)', () => {
  test('pays first, the card the rest; a decline gives it back in the same step', async () => {
    const world = await billingWorldForTests();
    await topUp(world, 2500);
    world.provider.behave('pm_good', soft);
    await world.live('2026-03-01T00:00:00Z');
    expect(world.provider.taken.map(({ amount }) => amount)).toEqual([7400]);
    expect((await world.member()).money?.value.balance).toBe(2500);
    world.provider.behave('pm_good', 'good');
    await world.live('2026-03-04T00:00:00Z');
    expect((await world.member()).money?.value.balance).toBe(0);
    expect((await world.invoices())[1]).toMatchObject({ state: 'paid', total: 9900, creditApplied: 2500 });
  });

  test('that covers everything needs no card and no provider', async () => {
    const world = await billingWorldForTests({ card: null });
    await topUp(world, 12_000);
    await world.live('2026-03-01T00:00:00Z');
    expect(world.provider.taken).toEqual([]);
    expect((await world.member()).money?.value.balance).toBe(2100);
    expect((await world.invoices())[1]).toMatchObject({ state: 'paid', payment: { kind: 'account_credit' } });
  });

  test('is left alone when the member wants that (002-013)', async () => {
    const world = await billingWorldForTests();
    await topUp(world, 12_000);
    const { billing } = await world.member();
    await world.table.commit([billingWrite('aurora', billing, { ...billing.value, usesAccountCredit: false })]);
    await world.live('2026-03-01T00:00:00Z');
    expect(world.provider.taken.map(({ amount }) => amount)).toEqual([9900]);
    expect((await world.member()).money?.value.balance).toBe(12_000);
  });
});

async function topUp(world: Awaited<ReturnType<typeof billingWorldForTests>>, amount: number): Promise<void> {
  const person = { slug: 'aurora', memberId, actor: { kind: 'member', memberId } as const, at: world.now() };
  const visitor = { ...person, requestId: 'top-up', language: 'en', backTo: '/portal' } as const;
  await openTopUpPage(world.world, visitor, amount, 'Aurora');
  await world.finishPage('pm_other');
  world.provider.taken.length = 0;
}
