import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { memberWithCard, renewal, startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

test('a renewal takes the money at once and says so in the answer, the books and the webhooks', async () => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world);
  const paid = await stripe.paymentIntents.create({ ...renewal(member), expand: ['latest_charge'] });
  expect(paid).toMatchObject({
    object: 'payment_intent',
    status: 'succeeded',
    amount: 4900,
    amount_received: 4900,
    created: 1772355600,
    customer: member.customer,
    livemode: false,
    metadata: { attempt: 'a1' },
    latest_charge: { object: 'charge', status: 'succeeded', payment_method_details: { card: { last4: '4242' } } },
  });
  expect((await stripe.paymentIntents.retrieve(paid.id)).latest_charge).toMatch(/^ch_/);
  expect(await world.events()).toEqual([
    'customer.created',
    'payment_method.attached',
    'charge.succeeded',
    'payment_intent.succeeded',
  ]);
  expect(simulator.payments()).toEqual([
    {
      id: paid.id,
      charge: expect.stringMatching(/^ch_/),
      at: '2026-03-01T09:00:00.000Z',
      business: 'lindenhof',
      amount: 4900,
      currency: 'eur',
      status: 'succeeded',
      description: 'Gold, March',
    },
  ]);
});

const declines = [
  ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline'],
  ['pm_card_savedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['pm_card_savedLostCard', 'card_declined', 'lost_card'],
  ['pm_card_savedProcessingError', 'processing_error', 'processing_error'],
  ['pm_card_authenticationRequired', 'authentication_required', 'authentication_required'],
  ['pm_card_authenticationRequiredOnSetup', 'authentication_required', 'authentication_required'],
] as const;

test.each(declines)('%s is refused as %s (%s), with the payment inside the error', async (card, code, decline) => {
  const { stripe, simulator } = world;
  const member = await memberWithCard(world, card);
  const refused = await stripe.paymentIntents.create(renewal(member)).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    type: 'StripeCardError',
    statusCode: 402,
    code,
    decline_code: decline,
    charge: expect.stringMatching(/^ch_/),
    payment_method: { id: member.payment_method },
    payment_intent: {
      status: 'requires_payment_method',
      metadata: { attempt: 'a1' },
      last_payment_error: { type: 'card_error', code, decline_code: decline },
    },
  });
  expect((await world.events()).slice(-2)).toEqual(['charge.failed', 'payment_intent.payment_failed']);
  expect(simulator.payments()).toMatchObject([{ status: 'failed', reason: decline }]);
});

test('cards that the bank refuses at once cannot even be saved', async () => {
  const customer = await world.stripe.customers.create({});
  for (const [alias, decline] of [
    ['pm_card_visa_chargeDeclined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'lost_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error'],
  ] as const) {
    const attached = world.stripe.paymentMethods.attach(alias, { customer: customer.id });
    await expect(attached).rejects.toMatchObject({ statusCode: 402, decline_code: decline });
  }
  const { data } = await world.stripe.customers.listPaymentMethods(customer.id);
  expect(data).toEqual([]);
});

test('a card is good until its month has ended on the clock, and again once the issuer has renewed it', async () => {
  const { stripe, simulator, clock } = world;
  const member = await memberWithCard(world);
  simulator.control.updateCard(member.payment_method, { expMonth: 3, expYear: 2026 });
  await clock.moveTo(Date.parse('2026-03-31T23:59:59Z'));
  expect(await stripe.paymentIntents.create(renewal(member))).toMatchObject({ status: 'succeeded' });
  await clock.moveTo(Date.parse('2026-04-01T00:00:00Z'));
  await expect(stripe.paymentIntents.create(renewal(member))).rejects.toMatchObject({ code: 'expired_card' });
  simulator.control.updateCard(member.payment_method, { last4: '1881', expYear: 2030 });
  const paid = await stripe.paymentIntents.create({ ...renewal(member), expand: ['payment_method'] });
  expect(paid).toMatchObject({ status: 'succeeded', payment_method: { card: { last4: '1881', exp_year: 2030 } } });
  expect(await world.events()).toContain('payment_method.automatically_updated');
});

test('a saved card can turn bad, as the control tells it', async () => {
  const member = await memberWithCard(world);
  world.simulator.control.updateCard(member.payment_method, { number: '4000000000009995' });
  const refused = world.stripe.paymentIntents.create(renewal(member));
  await expect(refused).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
});

test('the same payment is confirmed with another card after a decline', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world, 'pm_card_chargeCustomerFail');
  await stripe.paymentIntents.create(renewal(member)).catch(() => {});
  const intent = (await stripe.paymentIntents.list({ customer: member.customer })).data[0];
  const other = await stripe.paymentMethods.attach('pm_card_mastercard', { customer: member.customer });
  const paid = await stripe.paymentIntents.confirm(intent?.id ?? '', { payment_method: other.id, off_session: true });
  expect(paid).toMatchObject({ id: intent?.id, status: 'succeeded', last_payment_error: null });
  const again = stripe.paymentIntents.confirm(paid.id, { off_session: true });
  await expect(again).rejects.toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  expect((await stripe.charges.list({ payment_intent: paid.id })).data.map((each) => each.status)).toEqual([
    'succeeded',
    'failed',
  ]);
});

test('on-session, a card that asks for confirmation waits for it', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world, 'pm_card_authenticationRequired');
  const asked = { ...renewal(member), off_session: false, return_url: 'http://localhost:4000/back' };
  const waiting = await stripe.paymentIntents.create(asked);
  expect(waiting).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
  const url = waiting.next_action?.redirect_to_url?.url ?? '';
  const page = await fetch(url);
  expect(await page.text()).toContain('3-D Secure');
  const answer = await fetch(url, { method: 'POST', body: 'outcome=complete', redirect: 'manual' });
  expect(answer.headers.get('location')).toContain(`back?payment_intent=${waiting.id}`);
  expect(answer.headers.get('location')).toContain('redirect_status=succeeded');
  expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({ status: 'succeeded' });
  expect(await world.events()).toContain('payment_intent.requires_action');
});

test('a payment that waits can be cancelled, one that was paid cannot', async () => {
  const { stripe } = world;
  const open = await stripe.paymentIntents.create({ amount: 500, currency: 'EUR' });
  expect(open).toMatchObject({ status: 'requires_payment_method', currency: 'eur' });
  const canceled = await stripe.paymentIntents.cancel(open.id, { cancellation_reason: 'abandoned' });
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
  expect(await world.events()).toEqual(['payment_intent.canceled']);
  const paid = await stripe.paymentIntents.create(renewal(await memberWithCard(world)));
  await expect(stripe.paymentIntents.cancel(paid.id)).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
});

test('a card belongs to its customer alone and is of no use once it was taken off', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world);
  const other = await stripe.customers.create({});
  const foreign = stripe.paymentIntents.create(renewal({ ...member, customer: other.id }));
  await expect(foreign).rejects.toMatchObject({ code: 'resource_missing', param: 'payment_method' });
  const { customer: _, ...nobody } = renewal(member);
  await expect(stripe.paymentIntents.create(nobody)).rejects.toMatchObject({ param: 'customer' });
  await stripe.paymentMethods.detach(member.payment_method);
  await expect(stripe.paymentIntents.create(renewal(member))).rejects.toMatchObject({ statusCode: 400 });
  const again = stripe.paymentMethods.attach(member.payment_method, { customer: member.customer });
  await expect(again).rejects.toMatchObject({ statusCode: 400 });
});

test('payments are listed newest first, by customer and time, page by page', async () => {
  const { stripe, clock } = world;
  const member = await memberWithCard(world);
  for (let day = 0; day < 5; day += 1) {
    await stripe.paymentIntents.create(renewal(member, `a${day}`));
    await clock.moveTo(clock.now() + 86_400_000);
  }
  await stripe.paymentIntents.create({ amount: 100, currency: 'eur' });
  const first = await stripe.paymentIntents.list({ customer: member.customer, limit: 2 });
  expect(first).toMatchObject({ has_more: true, data: [{ metadata: { attempt: 'a4' } }, {}] });
  const all = await stripe.paymentIntents
    .list({ customer: member.customer, limit: 2 })
    .autoPagingToArray({ limit: 100 });
  expect(all.map((each) => each.metadata.attempt)).toEqual(['a4', 'a3', 'a2', 'a1', 'a0']);
  const early = await stripe.paymentIntents.list({ created: { lt: 1772355600 + 86_400 } });
  expect(early.data.map((each) => each.metadata.attempt)).toEqual(['a0']);
  const before = await stripe.paymentIntents.list({ ending_before: all[2]?.id ?? '', customer: member.customer });
  expect(before.data.map((each) => each.metadata.attempt)).toEqual(['a4', 'a3']);
});

test('search finds payments by metadata and status, and late when it is told to lag', async () => {
  const { stripe, simulator, clock } = world;
  const member = await memberWithCard(world);
  const paid = await stripe.paymentIntents.create(renewal(member, "o'clock"));
  await stripe.paymentIntents.create(renewal(member, 'other'));
  const found = async (query: string) => (await stripe.paymentIntents.search({ query })).data.map((each) => each.id);
  expect(await found(`metadata["attempt"]:"o'clock" AND status:'succeeded'`)).toEqual([paid.id]);
  expect(await found(`metadata['attempt']:'other' status:'canceled'`)).toEqual([]);
  expect(await found(`amount>4899 AND -metadata['attempt']:'other'`)).toEqual([paid.id]);
  for (const query of ['nonsense', "metadata['a']:'b' OR status:'x'", "description:'x'", 'status>5']) {
    await expect(stripe.paymentIntents.search({ query })).rejects.toMatchObject({ statusCode: 400, param: 'query' });
  }
  simulator.control.searchLag(60_000);
  expect(await found(`metadata['business']:'lindenhof'`)).toEqual([]);
  await clock.moveTo(clock.now() + 60_000);
  const page = await stripe.paymentIntents.search({ query: `metadata['business']:'lindenhof'`, limit: 1 });
  expect(page).toMatchObject({ object: 'search_result', has_more: true, next_page: '1' });
  const next = await stripe.paymentIntents.search({ query: `metadata['business']:'lindenhof'`, limit: 1, page: '1' });
  expect(next).toMatchObject({ has_more: false, next_page: null, data: [{ id: paid.id }] });
});
