import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isOutage } from '../../functions/http/outage.ts';
import { type StripeWorld, stripeWorld } from './stripe-world.ts';

let world: StripeWorld;
beforeEach(async () => {
  world = await stripeWorld();
});
afterEach(() => world.close());

const willow = { slug: 'willow', name: 'Willow Spa', email: 'owner@example.com', country: 'DE' };
const urls = { returnUrl: 'https://willow.example.com/done', refreshUrl: 'https://willow.example.com/again' };

test('a business gets one account, and takes cards when its owner has been to the provider’s page', async () => {
  const { payments } = world;
  const account = await payments.createAccount(willow);
  expect(await payments.createAccount(willow)).toBe(account);
  expect(await payments.takesCharges(account)).toBe(false);
  const page = await payments.accountPage(account, urls);
  const answer = await fetch(page, { method: 'POST', redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(urls.returnUrl);
  expect(await payments.takesCharges(account)).toBe(true);
});

test('an account that does not let us in takes no cards', async () => {
  expect(await world.payments.takesCharges('acct_gone')).toBe(false);
});

test('a member is one customer, however often it is asked; a corrected address does not stand in the way', async () => {
  const { payments, account, direct } = world;
  const mia = { memberId: 'mem_1', business: 'willow', email: 'mia@example.com', name: 'Mia Example' };
  const id = await payments.createCustomer(account, mia);
  expect(await payments.createCustomer(account, mia)).toBe(id);
  expect(await direct.customers.retrieve(id)).toMatchObject({
    email: 'mia@example.com',
    name: 'Mia Example',
    metadata: { business: 'willow', memberId: 'mem_1' },
  });
  expect(await payments.createCustomer(account, { ...mia, email: 'mia.e@example.com' })).not.toBe(id);
});

test.each(['timeout_before', 'error_500', 'rate_limit', 'lock_timeout'] as const)(
  'a call that takes no money and meets %s is an outage: come back',
  async (fault) => {
    world.control.failNext(2, fault);
    const error = await world.payments.takesCharges(world.account).catch((thrown: unknown) => thrown);
    expect(isOutage(error)).toBe(true);
  },
);

test('a call that was refused as it stands is a mistake of ours, not an outage', async () => {
  const asked = world.payments.accountPage(world.account, { ...urls, returnUrl: 'nowhere' });
  expect(isOutage(await asked.catch((thrown: unknown) => thrown))).toBe(false);
});
