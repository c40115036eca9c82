import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { memberWithCard, renewal, startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

const create = 'POST /v1/payment_intents';
const tries = () => world.simulator.payments().length;

test('the answer gets lost after the money was taken; the same key brings it later', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.failNext(2, 'timeout_after_success', create);
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  await expect(charge()).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(await charge()).toMatchObject({ status: 'succeeded' });
  expect(tries()).toBe(1);
});

test('the client itself repeats a call whose connection broke once', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.failNext(1, 'timeout_after_success', create);
  const paid = await stripe.paymentIntents.create(renewal(member));
  expect(paid.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true' });
  expect(tries()).toBe(1);
});

test('no answer comes and nothing was done', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.failNext(2, 'timeout_before', create);
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  await expect(charge()).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(tries()).toBe(0);
  expect(await charge()).toMatchObject({ status: 'succeeded' });
});

test('one card always charges and loses the answer', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world, 'pm_card_answerLost');
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  await expect(charge()).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(await charge()).toMatchObject({ status: 'succeeded' });
  expect(tries()).toBe(1);
});

test('a fault is meant for its endpoint only, and counts down', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.failNext(2, 'error_500', create);
  await stripe.customers.list();
  for (let turn = 0; turn < 2; turn += 1) {
    await expect(stripe.paymentIntents.create(renewal(member))).rejects.toMatchObject({ statusCode: 500 });
  }
  expect(await stripe.paymentIntents.create(renewal(member))).toMatchObject({ status: 'succeeded' });
});

test.each([
  ['rate_limit', 'rate_limit'],
  ['lock_timeout', 'lock_timeout'],
] as const)('a %s is a 429 that does nothing and keeps no key', async (kind, code) => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  simulator.control.failNext(1, kind);
  const charge = () => stripe.paymentIntents.create(renewal(member), { idempotencyKey: 'k1' });
  await expect(charge()).rejects.toMatchObject({ type: 'StripeRateLimitError', statusCode: 429, code });
  expect(await charge()).toMatchObject({ status: 'succeeded' });
  expect(simulator.control.counters().answers429).toBe(1);
});

test('with a limit, an endpoint of one account takes so many requests a second', async () => {
  const { stripe, client, simulator } = world;
  simulator.control.rateLimit(5);
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => stripe.customers.create({})));
  const refused = answers.filter((each) => each.status === 'rejected').length;
  expect(refused).toBeGreaterThanOrEqual(6);
  expect(refused).toBeLessThanOrEqual(7);
  expect(simulator.control.counters().answers429).toBe(refused);
  await stripe.customers.list();
  const other = client({ stripeAccount: simulator.control.openAccount({ name: 'Aurora' }).id });
  await other.customers.create({});
  simulator.control.rateLimit(undefined);
  await stripe.customers.create({});
});

test('requests are counted by endpoint', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  await stripe.paymentIntents.create(renewal(member));
  await stripe.paymentIntents.list();
  expect(simulator.control.counters().requests).toEqual({
    'POST /v1/customers': 1,
    'POST /v1/payment_methods/:id/attach': 1,
    [create]: 1,
    'GET /v1/payment_intents': 1,
  });
});

test('another process can use the controls over HTTP', async () => {
  const { stripe, simulator } = world;
  const control = async (name: string, body?: object, type = 'application/json') => {
    const response = await fetch(`${simulator.endpoint}/_control/${name}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': type } }),
    });
    return [response.status, await response.json()];
  };
  const member = await memberWithCard(world);
  await control('fail-next', { count: 1, kind: 'error_500', endpoint: create });
  await expect(stripe.paymentIntents.create(renewal(member))).rejects.toMatchObject({ statusCode: 500 });
  const paid = await stripe.paymentIntents.create(renewal(member));
  expect(await control('payments')).toMatchObject([200, [{ id: paid.id, status: 'succeeded' }]]);
  expect(await control('refund', { paymentIntent: paid.id, amount: 900 })).toMatchObject([200, { amount: 900 }]);
  const [, dispute] = await control('open-dispute', { id: paid.id });
  expect(await control('close-dispute', { id: dispute.id, outcome: 'won' })).toMatchObject([200, { status: 'won' }]);
  expect(await control('update-card', { paymentMethod: member.payment_method, expYear: 2031 })).toMatchObject([
    200,
    { card: { exp_year: 2031 } },
  ]);
  expect(await control('open-account', { id: 'acct_aurora', name: 'Aurora' })).toMatchObject([
    200,
    { id: 'acct_aurora' },
  ]);
  expect(await control('finish-onboarding', { account: 'acct_aurora' })).toMatchObject([200, {}]);
  for (const [name, body] of [
    ['delay', { ms: 1 }],
    ['rate-limit', { perSecond: 100 }],
    ['rate-limit', { perSecond: null }],
    ['search-lag', { ms: 10 }],
    ['webhooks', { duplicates: 1, hold: true }],
    ['release-webhooks', {}],
    ['idle', {}],
  ] as const) {
    expect(await control(name, body)).toEqual([200, {}]);
  }
  expect(await control('counters')).toMatchObject([200, { answers429: 0, requests: { [create]: 2 } }]);
  expect(await control('delay', { ms: 'long' })).toMatchObject([400, {}]);
  expect(await control('delay', { ms: 1 }, 'text/plain')).toMatchObject([415, {}]);
  expect(await control('open-dispute', { id: 'pi_x' })).toMatchObject([404, {}]);
  expect(await control('nonsense', {})).toMatchObject([404, {}]);
});
