import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Stripe } from 'stripe';
import { memberWithCard, renewal, startStripeForTests, submit, type TestStripe, typed } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

type Creation = Stripe.Checkout.SessionCreateParams;
// The client leaves out what is undefined: a test can so take a parameter away.
type Changes = { [Name in keyof Creation]?: Creation[Name] | undefined };

const addresses = {
  success_url: 'http://localhost:4000/card/done?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:4000/card',
};

const setup = (customer: string, more: Changes = {}) => ({
  ...addresses,
  mode: 'setup' as const,
  currency: 'eur',
  customer,
  setup_intent_data: { metadata: { membership: 'ms1' } },
  metadata: { business: 'lindenhof' },
  ...more,
});

const payment = (more: Changes = {}) => ({
  ...addresses,
  mode: 'payment' as const,
  customer_email: 'zoe@example.com',
  line_items: [
    { quantity: 1, price_data: { currency: 'eur', unit_amount: 4900, product_data: { name: 'Gold, first month' } } },
    { quantity: 2, price_data: { currency: 'eur', unit_amount: 500, product_data: { name: 'Towel' } } },
  ],
  payment_intent_data: { metadata: { attempt: 'a1' }, setup_future_usage: 'off_session', description: 'Gold' },
  ...more,
});

const open = (asked: Changes) => world.stripe.checkout.sessions.create(asked as Creation);
const customer = async () => (await world.stripe.customers.create({ name: 'Zoë', email: 'zoe@example.com' })).id;
const seen = (id: string) =>
  world.stripe.checkout.sessions.retrieve(id, {
    expand: ['setup_intent.payment_method', 'payment_intent.latest_charge', 'payment_intent.payment_method'],
  });

test('a card is saved on the hosted page and can be charged while the member is away', async () => {
  const member = await customer();
  const session = await open(setup(member));
  expect(session).toMatchObject({ status: 'open', payment_status: 'no_payment_required', livemode: false });
  expect(session.expires_at - session.created).toBe(86_400);
  const page = await (await fetch(session.url ?? '')).text();
  for (const text of ['Salon Lindenhof', 'Save your card', '4242 4242 4242 4242', addresses.cancel_url]) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain('<script');
  const done = await submit(session.url ?? '', typed('4242 4242 4242 4242', { expiry: '0228' }));
  expect(done).toMatchObject({ status: 303, location: `http://localhost:4000/card/done?session=${session.id}` });
  const complete = await seen(session.id);
  expect(complete).toMatchObject({
    status: 'complete',
    url: null,
    customer: member,
    metadata: { business: 'lindenhof' },
    setup_intent: {
      status: 'succeeded',
      metadata: { membership: 'ms1' },
      payment_method: { customer: member, card: { last4: '4242', exp_month: 2, exp_year: 2028 } },
    },
  });
  expect(await world.events()).toEqual([
    'customer.created',
    'payment_method.attached',
    'setup_intent.succeeded',
    'checkout.session.completed',
  ]);
  const [card] = (await world.stripe.customers.listPaymentMethods(member)).data;
  const paid = await world.stripe.paymentIntents.create(renewal({ customer: member, payment_method: card?.id ?? '' }));
  expect(paid.status).toBe('succeeded');
});

test('a finished page leads on and changes nothing any more', async () => {
  const session = await open(setup(await customer()));
  await submit(session.url ?? '', typed('4242424242424242'));
  const again = await submit(session.url ?? '', typed('5555555555554444'));
  expect(again).toMatchObject({ status: 303, location: expect.stringContaining(session.id) });
  expect(await (await fetch(session.url ?? '')).text()).toContain('has done its work');
  expect((await world.events()).filter((type) => type === 'checkout.session.completed')).toHaveLength(1);
  await expect(world.stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({ statusCode: 400 });
});

test('somebody new pays the first month: the customer is created and the card saved', async () => {
  const session = await open(payment({ customer_creation: 'always', client_reference_id: 'enrol-1' }));
  expect(session).toMatchObject({ amount_total: 5900, payment_status: 'unpaid', payment_intent: null });
  const page = await (await fetch(session.url ?? '')).text();
  expect(page).toContain('€59.00');
  expect(page).toContain('Towel × 2');
  expect((await submit(session.url ?? '', typed('5555555555554444'))).status).toBe(303);
  const complete = await seen(session.id);
  expect(complete).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    client_reference_id: 'enrol-1',
    customer_details: { email: 'zoe@example.com', name: 'Zoë Example' },
    payment_intent: {
      status: 'succeeded',
      amount_received: 5900,
      metadata: { attempt: 'a1' },
      description: 'Gold',
      latest_charge: { status: 'succeeded' },
      payment_method: { card: { brand: 'mastercard' } },
    },
  });
  const member = String(complete.customer);
  expect((await world.stripe.customers.listPaymentMethods(member)).data).toHaveLength(1);
  expect(await world.events()).toEqual([
    'customer.created',
    'payment_method.attached',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
  const listed = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
  expect(listed.line_items?.data.map((line) => line.amount_total)).toEqual([4900, 1000]);
});

test.each([
  ['4000000000000002', 'The card was declined'],
  ['4000000000000341', 'The card was declined'],
  ['4000000000009995', 'insufficient funds'],
  ['4000000000009987', 'The card was declined'],
  ['4000000000000069', 'has expired'],
  ['4000000000000119', 'could not be processed'],
])('%s is declined beside the field, the page stays, and another card pays', async (number, sentence) => {
  const session = await open(payment());
  const declined = await submit(session.url ?? '', typed(number));
  expect(declined.status).toBe(402);
  expect(declined.html).toContain(sentence);
  expect(declined.html).toContain('aria-invalid="true"');
  const still = await seen(session.id);
  expect(still).toMatchObject({ status: 'open', payment_intent: { status: 'requires_payment_method' } });
  expect((await submit(session.url ?? '', typed('4242424242424242'))).status).toBe(303);
  const { id } = still.payment_intent as Stripe.PaymentIntent;
  expect(await seen(session.id)).toMatchObject({ status: 'complete', payment_intent: { id, status: 'succeeded' } });
  expect(world.simulator.payments().map((each) => each.status)).toEqual(['succeeded', 'failed']);
});

test('a declined card is not saved either', async () => {
  const session = await open(setup(await customer()));
  expect((await submit(session.url ?? '', typed('4000000000009995'))).status).toBe(402);
  expect(await seen(session.id)).toMatchObject({
    status: 'open',
    setup_intent: { status: 'requires_payment_method', last_setup_error: { decline_code: 'insufficient_funds' } },
  });
  expect(await world.events()).toContain('setup_intent.setup_failed');
});

test.each([
  ['a number that is none', { number: '4242 4242 4242 4241' }, 'Check the digits'],
  ['a real card', { number: '4111111111111111' }, 'Only the test cards'],
  ['no month', { expiry: '13/30' }, 'Enter month and year'],
  ['a month that has passed', { expiry: '02/26' }, 'in the past'],
  ['no code', { cvc: '' }, 'Enter the three digits'],
  ['no name', { name: ' ' }, 'Enter the name'],
  ['no address', { email: 'zoe' }, 'Enter an email address'],
])('%s is told beside its field and tried nowhere', async (_, fields, sentence) => {
  const session = await open(payment({ customer_creation: 'always', customer_email: undefined }));
  const answer = await submit(session.url ?? '', typed('4242424242424242', fields));
  expect(answer.status).toBe(400);
  expect(answer.html).toContain(sentence);
  expect(world.simulator.payments()).toEqual([]);
});

test('one click fills in a test card and keeps what was typed', async () => {
  const session = await open(payment({ customer_email: undefined }));
  const page = await fetch(`${session.url}?fill=4000000000009995&email=a%40example.com&name=Ada&number=&expiry=&cvc=`);
  const html = await page.text();
  for (const value of ['4000 0000 0000 9995', '12 / 30', '123', 'Ada', 'a@example.com']) {
    expect(html).toContain(`value="${value}"`);
  }
});

test('the bank asks once, then the card can be charged without its holder', async () => {
  const member = await customer();
  const session = await open(setup(member));
  const asked = await submit(session.url ?? '', typed('4000002500003155'));
  expect(asked.status).toBe(303);
  expect(await seen(session.id)).toMatchObject({ status: 'open', setup_intent: { status: 'requires_action' } });
  const refused = await submit(asked.location, { outcome: 'fail' });
  expect(refused.location).toBe(`/c/pay/${session.id}`);
  expect(await (await fetch(session.url ?? '')).text()).toContain('could not confirm that it is you');
  const second = await submit(session.url ?? '', typed('4000002500003155'));
  const confirmed = await submit(second.location, { outcome: 'complete' });
  expect(confirmed.location).toContain(`session=${session.id}`);
  expect((await fetch(second.location)).status).toBe(409);
  const [card] = (await world.stripe.customers.listPaymentMethods(member)).data;
  const paid = await world.stripe.paymentIntents.create(renewal({ customer: member, payment_method: card?.id ?? '' }));
  expect(paid.status).toBe('succeeded');
});

test('a card that asks every time pays on the page and needs the member again for the renewal', async () => {
  const member = await customer();
  const session = await open(payment({ customer: member, customer_email: undefined }));
  const asked = await submit(session.url ?? '', typed('4000002760003184'));
  const refused = await submit(asked.location, { outcome: 'fail' });
  expect(refused.location).toBe(`/c/pay/${session.id}`);
  const second = await submit(session.url ?? '', typed('4000002760003184'));
  await submit(second.location, { outcome: 'complete' });
  expect(await seen(session.id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  const [card] = (await world.stripe.customers.listPaymentMethods(member)).data;
  const later = world.stripe.paymentIntents.create(renewal({ customer: member, payment_method: card?.id ?? '' }));
  await expect(later).rejects.toMatchObject({ code: 'authentication_required' });
  expect((await world.events()).filter((type) => type.startsWith('payment_intent.'))).toEqual([
    'payment_intent.requires_action',
    'payment_intent.payment_failed',
    'payment_intent.requires_action',
    'payment_intent.succeeded',
    'payment_intent.payment_failed',
  ]);
});

test('the answer of one card is lost only when it is charged later', async () => {
  const session = await open(payment());
  expect((await submit(session.url ?? '', typed('4000009990000013'))).status).toBe(303);
});

test('a payment without a customer saves no card', async () => {
  const session = await open(payment());
  await submit(session.url ?? '', typed('4242424242424242'));
  const complete = await seen(session.id);
  expect(complete).toMatchObject({ customer: null, payment_intent: { payment_method: { customer: null } } });
});

test('a page expires after a day on the clock, or when it is told to', async () => {
  const { clock, stripe } = world;
  const late = await open(setup(await customer()));
  const told = await open(payment());
  expect(await stripe.checkout.sessions.expire(told.id)).toMatchObject({ status: 'expired', url: null });
  await clock.moveTo(clock.now() + 86_400_000);
  expect((await stripe.checkout.sessions.list({ status: 'expired' })).data.map((each) => each.id)).toEqual([
    told.id,
    late.id,
  ]);
  const gone = await fetch(late.url ?? '');
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining(addresses.cancel_url)]);
  const answer = await submit(late.url ?? '', typed('4242424242424242'));
  expect(answer.status).toBe(410);
  expect((await world.events()).filter((type) => type === 'checkout.session.expired')).toHaveLength(2);
});

test('the page speaks German where the session or the browser asks for it', async () => {
  const session = await open(payment({ locale: 'de' }));
  const page = await (await fetch(session.url ?? '')).text();
  expect(page).toContain('lang="de"');
  expect(page).toContain('59,00\u00a0€ bezahlen');
  const auto = await open(payment({ locale: 'auto' }));
  const german = await fetch(auto.url ?? '', { headers: { 'accept-language': 'de-AT,de;q=0.9' } });
  expect(await german.text()).toContain('Kartennummer');
});

test.each<[string, object, object]>([
  ['a subscription', { mode: 'subscription' }, { param: 'mode' }],
  [
    'payment_method_types, which Stripe has taken away',
    { payment_method_types: ['card'] },
    { code: 'parameter_unknown' },
  ],
  ['nothing to pay', { line_items: undefined }, { code: 'parameter_missing', param: 'line_items' }],
  ['a setup with lines', { mode: 'setup', payment_intent_data: undefined }, { param: 'line_items' }],
  ['setup data with a payment', { setup_intent_data: { metadata: { a: 'b' } } }, { param: 'setup_intent_data' }],
  ['two ways to name the payer', { customer: 'CUSTOMER' }, { param: 'customer_email' }],
  ['an update of nobody', { customer_update: { name: 'auto' } }, { param: 'customer_update' }],
  ['a page that is too short-lived', { expires_at: 1772355600 + 60 }, { param: 'expires_at' }],
  ['another currency', { currency: 'chf' }, { param: 'currency' }],
  ['no way on', { success_url: '/done' }, { code: 'url_invalid', param: 'success_url' }],
])('%s is refused', async (_, more, error) => {
  const asked = { ...payment(), ...more };
  if (Reflect.get(asked, 'customer') === 'CUSTOMER') Reflect.set(asked, 'customer', await customer());
  await expect(open(asked)).rejects.toMatchObject({ type: 'StripeInvalidRequestError', ...error });
});

test('a setup says in which currency the card will be charged, or that it is a card', async () => {
  const member = await customer();
  const bare = setup(member, { currency: undefined });
  await expect(open(bare)).rejects.toMatchObject({ code: 'parameter_missing', param: 'currency' });
  expect(await open({ ...bare, allowed_payment_method_types: ['card'] })).toMatchObject({ mode: 'setup' });
});

test('setups work without a page too', async () => {
  const { stripe } = world;
  const { customer: member } = await memberWithCard(world);
  const intent = await stripe.setupIntents.create({ customer: member, allowed_payment_method_types: ['card'] });
  expect(intent).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' });
  await expect(stripe.setupIntents.confirm(intent.id)).rejects.toMatchObject({ code: 'setup_intent_unexpected_state' });
  const done = await stripe.setupIntents.confirm(intent.id, { payment_method: 'pm_card_mastercard' });
  expect(done.status).toBe('succeeded');
  await expect(stripe.setupIntents.confirm(intent.id)).rejects.toMatchObject({ statusCode: 400 });
  const declined = stripe.setupIntents.create({
    customer: member,
    confirm: true,
    payment_method: 'pm_card_visa_chargeDeclinedLostCard',
    return_url: 'http://localhost:4000/back',
  });
  await expect(declined).rejects.toMatchObject({ statusCode: 402, setup_intent: { object: 'setup_intent' } });
  const bare = stripe.setupIntents.create({ confirm: true, payment_method: 'pm_card_visa' });
  await expect(bare).rejects.toMatchObject({ param: 'return_url' });
  const waiting = await stripe.setupIntents.create({
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'http://localhost:4000/back',
  });
  const answer = await submit(waiting.next_action?.redirect_to_url?.url ?? '', { outcome: 'fail' });
  expect(answer.location).toContain('redirect_status=failed');
  expect((await stripe.setupIntents.retrieve(waiting.id)).last_setup_error?.code).toBe(
    'setup_intent_authentication_failure',
  );
});

test('there are no other pages', async () => {
  for (const path of ['/', '/c/pay/cs_test_none', '/3ds/pi_none', '/setup/none']) {
    expect((await fetch(world.simulator.endpoint + path)).status).toBe(404);
  }
  expect((await fetch(`${world.simulator.endpoint}/`, { method: 'DELETE' })).status).toBe(405);
  const styles = await fetch(`${world.simulator.endpoint}/hosted.css`);
  expect(styles.headers.get('content-type')).toContain('text/css');
});
