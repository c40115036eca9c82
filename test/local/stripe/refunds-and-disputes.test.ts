import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { memberWithCard, renewal, startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

const paid = async (card?: string) => world.stripe.paymentIntents.create(renewal(await memberWithCard(world, card)));

test('money is given back in parts, never more than was taken', async () => {
  const { stripe, simulator } = world;
  const intent = await paid();
  const charge = String(intent.latest_charge);
  const part = await stripe.refunds.create({
    payment_intent: intent.id,
    amount: 1000,
    reason: 'requested_by_customer',
    metadata: { staff: 's1' },
  });
  expect(part).toMatchObject({ status: 'succeeded', amount: 1000, charge, payment_intent: intent.id, currency: 'eur' });
  expect(simulator.payments()[0]?.status).toBe('partially_refunded');
  const tooMuch = stripe.refunds.create({ charge, amount: 3901 });
  await expect(tooMuch).rejects.toMatchObject({ statusCode: 400, param: 'amount' });
  await expect(stripe.refunds.create({ charge, amount: 0 })).rejects.toMatchObject({ param: 'amount' });
  expect(await stripe.refunds.create({ charge })).toMatchObject({ amount: 3900 });
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_already_refunded' });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 4900, refunded: true });
  expect((await stripe.refunds.list({ charge })).data.map((each) => each.amount)).toEqual([3900, 1000]);
  expect(await stripe.refunds.update(part.id, { metadata: { note: 'x' } })).toMatchObject({
    metadata: { staff: 's1', note: 'x' },
  });
  expect((await stripe.refunds.retrieve(part.id)).metadata).toEqual({ staff: 's1', note: 'x' });
  expect((await world.events()).slice(-5)).toEqual([
    'refund.created',
    'charge.refunded',
    'refund.created',
    'charge.refunded',
    'refund.updated',
  ]);
});

test('only a payment that was made can be refunded, and it must be named once', async () => {
  const { stripe } = world;
  const open = await stripe.paymentIntents.create({ amount: 4900, currency: 'eur' });
  await expect(stripe.refunds.create({ payment_intent: open.id })).rejects.toMatchObject({ statusCode: 400 });
  await expect(stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' });
  const twice = stripe.refunds.create({ charge: 'ch_1', payment_intent: open.id });
  await expect(twice).rejects.toMatchObject({ code: 'parameters_exclusive' });
  const member = await memberWithCard(world, 'pm_card_chargeCustomerFail');
  await stripe.paymentIntents.create(renewal(member)).catch(() => {});
  const failed = (await stripe.charges.list({ customer: member.customer })).data[0]?.id ?? '';
  await expect(stripe.refunds.create({ charge: failed })).rejects.toMatchObject({ statusCode: 400 });
});

test('somebody refunds in the dashboard', async () => {
  const intent = await paid();
  world.simulator.control.refundFromDashboard(intent.id, 500);
  world.simulator.control.refundFromDashboard(intent.id);
  expect(world.simulator.payments()).toMatchObject([{ id: intent.id, status: 'refunded' }]);
  expect((await world.events()).filter((type) => type === 'charge.refunded')).toHaveLength(2);
});

test('a dispute takes the money until it is won', async () => {
  const { stripe, simulator } = world;
  const intent = await paid();
  const charge = String(intent.latest_charge);
  const dispute = simulator.control.openDispute(intent.id);
  expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
    charge,
    payment_intent: intent.id,
    amount: 4900,
    status: 'needs_response',
  });
  expect((await stripe.disputes.list({ payment_intent: intent.id })).data).toHaveLength(1);
  expect((await stripe.disputes.list({ charge: 'ch_other' })).data).toEqual([]);
  expect(simulator.payments()[0]?.status).toBe('disputed');
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_disputed' });
  expect(() => simulator.control.openDispute(charge)).toThrow('cannot be disputed');
  simulator.control.closeDispute(dispute.id, 'won');
  expect(() => simulator.control.closeDispute(dispute.id, 'lost')).toThrow('closed already');
  expect(await stripe.refunds.create({ charge })).toMatchObject({ amount: 4900 });
  expect(await world.events()).toEqual(expect.arrayContaining(['charge.dispute.created', 'charge.dispute.closed']));
});

test('one card is disputed by itself after it was charged', async () => {
  const { stripe, simulator } = world;
  const intent = await paid('pm_card_createDispute');
  expect(intent.status).toBe('succeeded');
  const [dispute] = (await stripe.disputes.list()).data;
  expect(dispute).toMatchObject({ payment_intent: intent.id, reason: 'fraudulent' });
  simulator.control.closeDispute(dispute?.id ?? '', 'lost');
  expect((await stripe.disputes.retrieve(dispute?.id ?? '')).status).toBe('lost');
  expect((await world.events()).slice(-4)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'charge.dispute.created',
    'charge.dispute.closed',
  ]);
});
