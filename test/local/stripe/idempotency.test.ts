import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { apiKey, memberWithCard, renewal, startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

const succeeded = () => world.simulator.payments().filter((each) => each.status === 'succeeded').length;

test('the same key gives the same answer and takes the money once', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world);
  const first = await stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  const again = await stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  expect(again).toEqual(first);
  expect(again.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true' });
  expect(again.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
  expect(again.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
  expect(succeeded()).toBe(1);
});

test('a decline is the answer to its key for good', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world, 'pm_card_savedInsufficientFunds');
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  await expect(charge()).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
  simulator.control.updateCard(member.payment_method, { number: '4242424242424242' });
  await expect(charge()).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
  expect(simulator.payments()).toHaveLength(1);
});

test('a key is refused with other parameters and for another endpoint', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world);
  await stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  const dearer = stripe.paymentIntents.create({ ...renewal(member), amount: 5900 }, { idempotencyKey: 'k1' });
  await expect(dearer).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  const elsewhere = stripe.customers.create({}, { idempotencyKey: 'k1' });
  await expect(elsewhere).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
  const long = stripe.customers.create({}, { idempotencyKey: 'x'.repeat(256) });
  await expect(long).rejects.toMatchObject({ statusCode: 400 });
  expect(succeeded()).toBe(1);
});

test('keys of two accounts are apart', async () => {
  const { stripe, client, simulator } = world;
  const other = client({ stripeAccount: simulator.control.openAccount({ name: 'Aurora' }).id });
  const first = await stripe.customers.create({}, { idempotencyKey: 'k1' });
  const second = await other.customers.create({}, { idempotencyKey: 'k1' });
  expect(second.id).not.toBe(first.id);
});

test('a key is forgotten after 24 hours on the clock: then the same call charges again', async () => {
  const { stripe, clock } = world;
  const member = await memberWithCard(world);
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  const first = await charge();
  await clock.moveTo(clock.now() + 24 * 3_600_000 - 1);
  expect((await charge()).id).toBe(first.id);
  await clock.moveTo(clock.now() + 1);
  expect((await charge()).id).not.toBe(first.id);
  expect(succeeded()).toBe(2);
});

test('parameters that are wrong do not use up their key', async () => {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'stripe-account': world.account,
    'idempotency-key': 'k1',
  };
  const send = (body: string) =>
    fetch(`${world.simulator.endpoint}/v1/customers`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(body),
    });
  expect((await send('nmae=Zoe')).status).toBe(400);
  expect((await send('name=Zoe')).status).toBe(200);
  const reordered = await send('name=Zoe');
  expect(reordered.headers.get('idempotent-replayed')).toBe('true');
});

test('while the first request is running, a second one with its key is told so', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.delay(60);
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  const both = await Promise.allSettled([charge(), charge()]);
  expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(both.find((each) => each.status === 'rejected')).toMatchObject({
    reason: { statusCode: 409, code: 'idempotency_key_in_use' },
  });
  expect(succeeded()).toBe(1);
});

test('a 500 is kept under its key, whether the money was taken or not', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.failNext(1, 'error_500');
  const nothing = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  await expect(nothing()).rejects.toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
  await expect(nothing()).rejects.toMatchObject({ statusCode: 500 });
  expect(succeeded()).toBe(0);
  simulator.control.failNext(1, 'error_500_after_success');
  const done = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k2' });
  await expect(done()).rejects.toMatchObject({ statusCode: 500 });
  await expect(done()).rejects.toMatchObject({ statusCode: 500 });
  expect(succeeded()).toBe(1);
});
