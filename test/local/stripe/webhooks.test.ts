import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Stripe } from 'stripe';
import { memberWithCard, renewal, secrets, startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

const minute = 60_000;
const hour = 60 * minute;
const arrivals = async () => {
  await world.simulator.idle();
  return world.receiver.arrived;
};

test('an event says which account it is from and what caused it, and is kept', async () => {
  const { stripe, account } = world;
  const made = await stripe.customers.create({ name: 'Zoë' }, { idempotencyKey: 'k1' });
  const [arrived] = await arrivals();
  const event = JSON.parse(arrived?.body ?? '') as Stripe.Event;
  expect(event).toMatchObject({
    object: 'event',
    account,
    api_version: Stripe.API_VERSION,
    created: 1772355600,
    livemode: false,
    type: 'customer.created',
    request: { id: made.lastResponse.requestId, idempotency_key: 'k1' },
    data: { object: { id: made.id, name: 'Zoë' } },
  });
  expect(await stripe.events.retrieve(event.id)).toMatchObject({ id: event.id });
  expect((await stripe.events.list({ type: 'customer.created' })).data).toHaveLength(1);
  expect((await stripe.events.list({ types: ['charge.failed'] })).data).toEqual([]);
});

test('every secret verifies the signature, at the time of the clock, and nothing else does', async () => {
  const { stripe, clock } = world;
  await stripe.customers.create({});
  const [{ body, signature } = { body: '', signature: '' }] = await arrivals();
  const received = clock.now();
  for (const secret of secrets) {
    const event = stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, received);
    expect(event.type).toBe('customer.created');
  }
  expect(signature).toMatch(/^t=1772355600,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/);
  const verify = (text: string, secret: string, at: number) => () =>
    stripe.webhooks.constructEvent(text, signature, secret, 300, undefined, at);
  expect(verify(`${body} `, 'whsec_first', received)).toThrow();
  expect(verify(body, 'whsec_other', received)).toThrow();
  expect(verify(body, 'whsec_first', received + 301_000)).toThrow();
});

test('a webhook that fails comes again, later and later, signed anew, for three days', async () => {
  const { stripe, clock, receiver } = world;
  receiver.status = 500;
  await stripe.customers.create({});
  expect(await arrivals()).toHaveLength(1);
  await clock.moveTo(clock.now() + minute - 1);
  expect(await arrivals()).toHaveLength(1);
  await clock.moveTo(clock.now() + 1);
  expect(await arrivals()).toHaveLength(2);
  const [first, second] = receiver.arrived;
  expect(second?.body).toBe(first?.body);
  expect(second?.signature).not.toBe(first?.signature);
  for (let passed = 0; passed < 80; passed += 1) {
    await clock.moveTo(clock.now() + hour);
    await world.simulator.idle();
  }
  const count = receiver.arrived.length;
  expect(count).toBeGreaterThan(8);
  await clock.moveTo(clock.now() + 100 * hour);
  expect(await arrivals()).toHaveLength(count);
});

test('a webhook that fails once arrives in the end', async () => {
  const { stripe, clock, receiver } = world;
  receiver.status = 503;
  await stripe.customers.create({});
  await arrivals();
  receiver.status = 200;
  await clock.moveTo(clock.now() + hour);
  expect(await arrivals()).toHaveLength(2);
  await clock.moveTo(clock.now() + 100 * hour);
  expect(await arrivals()).toHaveLength(2);
});

test('nobody at the address is a failure like any other', async () => {
  const { stripe, clock, receiver } = world;
  const { url } = receiver;
  receiver.url = 'http://127.0.0.1:1/nobody';
  await stripe.customers.create({});
  expect(await arrivals()).toHaveLength(0);
  receiver.url = url;
  await clock.moveTo(clock.now() + minute);
  expect(await arrivals()).toHaveLength(1);
});

test('each event five times, in any order', async () => {
  const { simulator } = world;
  simulator.control.webhooks({ duplicates: 4, shuffle: true });
  const member = await memberWithCard(world);
  for (let turn = 0; turn < 4; turn += 1) await world.stripe.paymentIntents.create(renewal(member, `a${turn}`));
  const ids = (await arrivals()).map(({ body }) => (JSON.parse(body) as Stripe.Event).id);
  expect(ids).toHaveLength(50);
  expect(new Set(ids).size).toBe(10);
  const inOrder = (await world.stripe.events.list({ limit: 100 })).data.map((each) => each.id).reverse();
  expect(ids).not.toEqual(inOrder.flatMap((id) => [id, id, id, id, id]));
});

test('webhooks can be held and released, in order', async () => {
  const { simulator } = world;
  simulator.control.webhooks({ hold: true });
  await world.stripe.paymentIntents.create(renewal(await memberWithCard(world)));
  expect(await arrivals()).toHaveLength(0);
  simulator.control.releaseWebhooks();
  expect(await world.events()).toEqual([
    'customer.created',
    'payment_method.attached',
    'charge.succeeded',
    'payment_intent.succeeded',
  ]);
});

test('webhooks can be 72 hours late on the clock', async () => {
  const { simulator, clock } = world;
  simulator.control.webhooks({ delayMs: 72 * hour });
  await world.stripe.customers.create({});
  expect(await arrivals()).toHaveLength(0);
  await clock.moveTo(clock.now() + 72 * hour);
  expect(await arrivals()).toHaveLength(1);
  await world.stripe.customers.create({});
  simulator.control.releaseWebhooks();
  expect(await arrivals()).toHaveLength(2);
});
