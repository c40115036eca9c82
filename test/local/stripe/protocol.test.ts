import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Stripe } from 'stripe';
import { apiKey, memberWithCard, renewal, startStripeForTests, type TestStripe } from './simulator.ts';

let world: TestStripe;
beforeEach(async () => {
  world = await startStripeForTests();
});
afterEach(() => world.close());

const raw = (path: string, init: RequestInit = {}, headers: Readonly<Record<string, string>> = {}) =>
  fetch(world.simulator.endpoint + path, {
    ...init,
    headers: { authorization: `Bearer ${apiKey}`, 'stripe-account': world.account, ...headers },
  });

test('only the secret key opens the API; a rotated one is taken at once and closes it to the old one', async () => {
  const { stripe, simulator, rotateKey } = world;
  const bare = await fetch(`${simulator.endpoint}/v1/customers`);
  expect([bare.status, await bare.json()]).toMatchObject([401, { error: { type: 'invalid_request_error' } }]);
  await stripe.customers.create({});
  rotateKey('sk_test_next');
  expect((await raw('/v1/customers', {}, { authorization: 'Bearer sk_test_next' })).status).toBe(200);
  await expect(stripe.customers.create({})).rejects.toMatchObject({ type: 'StripeAuthenticationError' });
});

test('accounts are apart, and an unknown one is refused', async () => {
  const { stripe, platform, client, simulator } = world;
  const { customer } = await memberWithCard(world);
  const other = client({ stripeAccount: simulator.control.openAccount({ name: 'Aurora' }).id });
  await expect(other.customers.retrieve(customer)).rejects.toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  });
  await expect(platform.customers.retrieve(customer)).rejects.toMatchObject({ statusCode: 404 });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ id: customer });
  const stranger = client({ stripeAccount: 'acct_stranger' });
  await expect(stranger.customers.list()).rejects.toMatchObject({
    type: 'StripePermissionError',
    code: 'account_invalid',
  });
});

test('every answer names its request, and another version of the API is refused', async () => {
  const answer = await raw('/v1/customers');
  expect(answer.headers.get('request-id')).toMatch(/^req_/);
  expect(answer.headers.get('stripe-version')).toBe(Stripe.API_VERSION);
  expect((await raw('/v1/customers', {}, { 'stripe-version': '2019-09-09' })).status).toBe(400);
});

test.each([
  ['GET', '/v1/invoices'],
  ['POST', '/v1/charges'],
  ['DELETE', '/v1/payment_intents/pi_1'],
])('%s %s is not offered and never looks like success', async (method, path) => {
  const answer = await raw(path, { method });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test.each<[string, Record<string, string>, object]>([
  ['an unknown parameter', { payment_method_types: 'card' }, { code: 'parameter_unknown' }],
  [
    'an unknown nested parameter',
    { 'automatic_payment_methods[on]': 'true' },
    { code: 'parameter_unknown', param: 'automatic_payment_methods[on]' },
  ],
  ['a missing amount', { amount: '' }, { code: 'parameter_invalid_empty', param: 'amount' }],
  ['an amount with a comma', { amount: '49.00' }, { code: 'parameter_invalid_integer', param: 'amount' }],
  ['nothing to pay', { amount: '0' }, { code: 'parameter_invalid_integer', param: 'amount' }],
  ['too little', { amount: '49' }, { code: 'amount_too_small' }],
  ['too much', { amount: '100000000' }, { code: 'amount_too_large' }],
  ['no currency', { currency: 'euro' }, { param: 'currency' }],
  ['a customer who does not exist', { customer: 'cus_x' }, { code: 'resource_missing', param: 'customer' }],
  ['a card that does not exist', { payment_method: 'pm_x' }, { code: 'resource_missing' }],
  ['off_session without confirm', { off_session: 'true' }, { param: 'off_session' }],
  ['confirm without a card', { confirm: 'true' }, { code: 'payment_intent_unexpected_state' }],
  ['on-session without a way back', { confirm: 'true', payment_method: 'pm_card_visa' }, { param: 'return_url' }],
  ['a way back that is no address', { confirm: 'true', return_url: 'javascript:1' }, { code: 'url_invalid' }],
  ['a flag that is none', { confirm: 'yes' }, { param: 'confirm' }],
  ['metadata that is too long', { 'metadata[a]': 'x'.repeat(501) }, { param: 'metadata[a]' }],
  ['an expansion of nothing', { 'expand[0]': 'currency' }, { param: 'expand' }],
])('%s is refused', async (_, fields, error) => {
  const body = new URLSearchParams({ amount: '4900', currency: 'eur', ...fields });
  const answer = await raw('/v1/payment_intents', { method: 'POST', body });
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error', ...error } });
  expect([400, 404]).toContain(answer.status);
});

test('a parameter that must be there is named', async () => {
  const answer = await raw('/v1/payment_intents', { method: 'POST', body: new URLSearchParams({ amount: '4900' }) });
  expect(await answer.json()).toMatchObject({ error: { code: 'parameter_missing', param: 'currency' } });
});

test('lists refuse cursors that lead nowhere and pages that are too large', async () => {
  const { stripe } = world;
  await expect(stripe.customers.list({ starting_after: 'cus_x' })).rejects.toMatchObject({ statusCode: 404 });
  await expect(stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
  const both = stripe.customers.list({ starting_after: 'a', ending_before: 'b' });
  await expect(both).rejects.toMatchObject({ code: 'parameters_exclusive' });
});

test('customers are found by email and keep what an update does not touch', async () => {
  const { stripe } = world;
  const made = await stripe.customers.create({
    email: 'zoe@example.com',
    metadata: { member: 'm1', old: 'x' },
    payment_method: 'pm_card_visa',
    preferred_locales: ['de'],
  });
  const saved = (await stripe.paymentMethods.list({ customer: made.id, type: 'card' })).data[0]?.id ?? '';
  const updated = await stripe.customers.update(made.id, {
    name: 'Zoë Example',
    metadata: { old: '' },
    invoice_settings: { default_payment_method: saved },
  });
  expect(updated).toMatchObject({
    email: 'zoe@example.com',
    name: 'Zoë Example',
    metadata: { member: 'm1' },
    preferred_locales: ['de'],
    invoice_settings: { default_payment_method: saved },
  });
  expect(updated.metadata).not.toHaveProperty('old');
  expect(await stripe.customers.update(made.id, { name: '' })).toMatchObject({ name: null });
  expect((await stripe.customers.list({ email: 'zoe@example.com' })).data).toHaveLength(1);
  expect((await stripe.customers.list({ email: 'nobody@example.com' })).data).toEqual([]);
});

test('references are expanded on demand, in lists too', async () => {
  const { stripe } = world;
  const member = await memberWithCard(world);
  const paid = await stripe.paymentIntents.create(renewal(member));
  await stripe.refunds.create({ payment_intent: paid.id, amount: 100 });
  const listed = await stripe.paymentIntents.list({ expand: ['data.latest_charge.refunds', 'data.customer'] });
  expect(listed.data).toMatchObject([
    { customer: { email: 'zoe@example.com' }, latest_charge: { refunds: { object: 'list', data: [{ amount: 100 }] } } },
  ]);
});

test('an account is opened, asked for by a link, and can take money once its owner has finished', async () => {
  const { platform, client, simulator, clock } = world;
  const account = await platform.accounts.create({
    controller: { fees: { payer: 'account' }, losses: { payments: 'stripe' }, stripe_dashboard: { type: 'full' } },
    country: 'DE',
    email: 'owner@example.com',
    business_profile: { name: 'Aurora', url: 'https://aurora.example.com' },
  });
  expect(account).toMatchObject({ charges_enabled: false, details_submitted: false });
  const salon = client({ stripeAccount: account.id });
  const early = salon.paymentIntents.create({ amount: 4900, currency: 'eur' });
  await expect(early).rejects.toMatchObject({ code: 'capability_not_active' });
  const link = () =>
    platform.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      refresh_url: 'http://localhost:4000/again',
      return_url: 'http://localhost:4000/done',
    });
  const late = await link();
  await clock.moveTo(clock.now() + 300_000);
  const expired = await fetch(late.url, { redirect: 'manual' });
  expect(expired.headers.get('location')).toBe('http://localhost:4000/again');
  const { url } = await link();
  expect(await (await fetch(url)).text()).toContain('Take payments with Aurora');
  const finished = await fetch(url, { method: 'POST', redirect: 'manual' });
  expect(finished.headers.get('location')).toBe('http://localhost:4000/done');
  expect((await fetch(url)).status).toBe(404);
  expect(await salon.accounts.retrieveCurrent()).toMatchObject({ id: account.id, charges_enabled: true });
  expect(await salon.paymentIntents.create({ amount: 4900, currency: 'eur' })).toMatchObject({ amount: 4900 });
  expect(await world.events()).toEqual(['account.updated']);
  const updated = await platform.accounts.update(account.id, { business_profile: { name: 'Aurora Day Spa' } });
  expect(updated.business_profile).toMatchObject({ name: 'Aurora Day Spa', url: 'https://aurora.example.com' });
  expect(simulator.control.finishOnboarding(account.id).details_submitted).toBe(true);
});
