import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hour, type StripeWorld, stripeWorld } from './stripe-world.ts';

let world: StripeWorld;
beforeEach(async () => {
  world = await stripeWorld();
});
afterEach(() => world.close());

/** A payment of 49.00 € that went well; answers its id. */
async function paid(attempt = 'inv_1.1', card?: string): Promise<string> {
  const answer = await world.payments.charge(world.account, world.order(await world.member(card), attempt));
  if (answer.kind !== 'succeeded') throw new Error(answer.kind);
  return answer.paymentIntentId;
}
const refund = (paymentIntentId: string, amount: number, key = 'inv_1.refund.1') =>
  world.payments.refund(world.account, { paymentIntentId, amount, metadata: { business: 'willow' }, key });
const refundsOf = (id: string) => world.payments.refundsOf(world.account, id);

describe('a refund', () => {
  test('in parts, and one that somebody made at the provider, which is not ours', async () => {
    const id = await paid();
    const first = await refund(id, 1000);
    expect(first).toEqual({ kind: 'done', refundId: expect.stringMatching(/^re_/) });
    world.control.refundFromDashboard(id, 900);
    const last = await refund(id, 3000, 'inv_1.refund.2');
    const idOf = (answer: typeof first) => ('refundId' in answer ? answer.refundId : '');
    expect((await refundsOf(id)).toReversed()).toEqual([
      { refundId: idOf(first), amount: 1000, state: 'done', ours: 'inv_1.refund.1' },
      { refundId: expect.any(String), amount: 900, state: 'done' },
      { refundId: idOf(last), amount: 3000, state: 'done', ours: 'inv_1.refund.2' },
    ]);
  });

  test('under one key is one, also when its answer got lost', async () => {
    const id = await paid();
    world.control.failNext(2, 'timeout_after_success', 'POST /v1/refunds');
    expect(await refund(id, 1000)).toEqual({ kind: 'unknown' });
    const again = await refund(id, 1000);
    expect(again.kind).toBe('done');
    expect(await refund(id, 1000)).toEqual(again);
    expect(await refundsOf(id)).toHaveLength(1);
  });

  test.each(['error_500', 'rate_limit', 'lock_timeout'] as const)('%s: unknown', async (fault) => {
    const id = await paid();
    world.control.failNext(1, fault, 'POST /v1/refunds');
    expect(await refund(id, 1000)).toEqual({ kind: 'unknown' });
    expect(await refundsOf(id)).toEqual([]);
  });

  test('of more than there is, or of what is back already, fails and says why', async () => {
    const id = await paid();
    expect(await refund(id, 5000)).toEqual({ kind: 'failed', code: 'invalid_request' });
    expect((await refund(id, 4900, 'inv_1.refund.2')).kind).toBe('done');
    expect(await refund(id, 1, 'inv_1.refund.3')).toEqual({ kind: 'failed', code: 'charge_already_refunded' });
    expect(await refundsOf(id)).toHaveLength(1);
  });
});

test.each(['won', 'lost'] as const)('a dispute is open, then %s', async (outcome) => {
  const id = await paid('inv_1.1', 'pm_card_createDispute');
  const [dispute] = (await world.direct.disputes.list()).data;
  const read = () => world.payments.readDispute(world.account, dispute?.id ?? '');
  expect(await read()).toEqual({ disputeId: dispute?.id, paymentIntentId: id, state: 'open' });
  world.control.closeDispute(dispute?.id ?? '', outcome);
  expect((await read())?.state).toBe(outcome);
  expect(await world.payments.readDispute(world.account, 'du_gone')).toBeUndefined();
});

describe('the payments of a day', () => {
  const day = { from: Date.parse('2026-03-01T00:00:00Z'), to: Date.parse('2026-03-02T00:00:00Z') };
  const between = (from = day.from, to = day.to, after?: string) =>
    world.payments.paymentsBetween(world.account, from, to, after);

  test('are those that took money, with what came back of it', async () => {
    const id = await paid();
    await refund(id, 900);
    await world.payments.charge(world.account, world.order(await world.member('pm_card_savedLostCard'), 'inv_2.1'));
    const { metadata } = world.order({ customerId: '', paymentMethodId: '' });
    expect(await between()).toEqual({
      payments: [{ paymentIntentId: id, at: world.clock.now(), amount: 4900, refunded: 900, metadata }],
    });
  });

  test('begin with the first instant and end before the last', async () => {
    await paid();
    const at = world.clock.now();
    const found = async (from: number, to: number) => (await between(from, to)).payments.length;
    expect([await found(at, at + 1), await found(at + 1, at + 1000), await found(at - 1000, at)]).toEqual([1, 0, 0]);
  });

  test('are none of the salon’s own', async () => {
    const { customerId, paymentMethodId } = await world.member();
    const own = { customer: customerId, payment_method: paymentMethodId, confirm: true, off_session: true };
    await world.direct.paymentIntents.create({ ...own, amount: 1000, currency: 'eur' });
    expect(await between()).toEqual({ payments: [] });
  });

  // Begun on one day and paid on the next.
  test('count on the day on which the money was taken', async () => {
    const before = Date.parse('2026-03-01T23:50:00Z');
    await world.clock.moveTo(before);
    const { url } = await world.payments.openCheckout(world.account, {
      purpose: 'payment',
      language: 'en',
      successUrl: 'https://willow.example.com/done',
      cancelUrl: 'https://willow.example.com/back',
      metadata: { business: 'willow' },
      payment: { amount: 4900, currency: 'EUR', label: 'Gold', savesCard: false },
      key: 'page 1',
    });
    const enter = (number: string) =>
      fetch(url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ email: 'mia@example.com', number, expiry: '12 / 30', cvc: '123', name: 'Mia' }),
      });
    await enter('4000000000009995');
    await world.clock.moveTo(before + hour / 2);
    await enter('4242424242424242');
    expect((await between()).payments).toHaveLength(0);
    expect((await between(day.to, day.to + 24 * hour)).payments).toHaveLength(1);
  });

  test('come a page at a time', async () => {
    const mia = await world.member();
    for (let n = 1; n <= 103; n += 1) await world.payments.charge(world.account, world.order(mia, `inv_1.${n}`));
    const first = await between();
    const second = await between(day.from, day.to, first.next);
    expect([first.payments.length, second.payments.length, second.next]).toEqual([100, 3, undefined]);
    const attempts = [...first.payments, ...second.payments].map(({ metadata }) => metadata.attempt);
    expect(new Set(attempts).size).toBe(103);
  });
});
