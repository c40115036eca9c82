import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckoutOrder } from '../../functions/gateways/payments.ts';
import { hour, type StripeWorld, stripeWorld } from './stripe-world.ts';

let world: StripeWorld;
beforeEach(async () => {
  world = await stripeWorld();
});
afterEach(() => world.close());

const metadata = { business: 'willow', memberId: 'mem_1', membershipId: 'ms_1', invoiceId: 'inv_1' };
const cardPage: CheckoutOrder = {
  purpose: 'card_update',
  email: 'mia@example.com',
  language: 'de',
  successUrl: 'https://willow.example.com/portal/checkout?session={CHECKOUT_SESSION_ID}',
  cancelUrl: 'https://willow.example.com/portal/payments',
  metadata: { ...metadata, link: 'hash' },
  key: 'page 1',
};
const payPage: CheckoutOrder = {
  ...cardPage,
  purpose: 'payment',
  metadata: { ...metadata, enrolmentId: 'enr_1' },
  payment: { amount: 4900, currency: 'EUR', label: 'Gold', savesCard: true },
};

const open = (order: CheckoutOrder) => world.payments.openCheckout(world.account, order);
const read = (sessionId: string) => world.payments.readCheckout(world.account, sessionId);

/** Fills in the hosted page's form; answers where the browser is sent, or the page that it is shown. */
async function enter(url: string, number: string) {
  const form = { email: 'mia@example.com', number, expiry: '12 / 30', cvc: '123', name: 'Mia Example' };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location') ?? '' };
}
const answerBank = (url: string, outcome: 'complete' | 'fail') =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });

describe('a page that takes a card', () => {
  test('leads back with its own name, and then tells the card, whose it is and what it was for', async () => {
    const { sessionId, url } = await open(cardPage);
    expect(await (await fetch(url)).text()).toContain('lang="de"');
    expect(await read(sessionId)).toEqual({
      sessionId,
      state: 'open',
      purpose: 'card_update',
      metadata: { ...cardPage.metadata, purpose: 'card_update' },
    });
    const { location } = await enter(url, '4242424242424242');
    expect(location).toBe(`https://willow.example.com/portal/checkout?session=${sessionId}`);
    const done = await read(sessionId);
    expect(done).toEqual({
      sessionId,
      state: 'complete',
      purpose: 'card_update',
      metadata: { ...cardPage.metadata, purpose: 'card_update' },
      customerId: expect.stringMatching(/^cus_/),
      card: {
        paymentMethodId: expect.stringMatching(/^pm_/),
        brand: 'visa',
        last4: '4242',
        expMonth: 12,
        expYear: 2030,
      },
    });
    expect(world.taken()).toEqual([]);

    // That card pays the renewal.
    const [customerId = '', paymentMethodId = ''] = [done?.customerId, done?.card?.paymentMethodId];
    const charged = await world.payments.charge(world.account, world.order({ customerId, paymentMethodId }));
    expect(charged.kind).toBe('succeeded');
  });

  test('keeps the customer that there is', async () => {
    const { customerId } = await world.member();
    const { email: _, ...order } = cardPage;
    const { sessionId, url } = await open({ ...order, customerId });
    await enter(url, '5555555555554444');
    expect(await read(sessionId)).toMatchObject({ state: 'complete', customerId, card: { brand: 'mastercard' } });
  });

  // Rule A1: confirmed once on the page, the card may be charged without its holder.
  test('has the bank ask its holder where it wants to', async () => {
    const { sessionId, url } = await open(cardPage);
    const { location } = await enter(url, '4000002500003155');
    expect((await read(sessionId))?.state).toBe('open');
    await answerBank(location, 'complete');
    const done = await read(sessionId);
    const [customerId = '', paymentMethodId = ''] = [done?.customerId, done?.card?.paymentMethodId];
    const charged = await world.payments.charge(world.account, world.order({ customerId, paymentMethodId }));
    expect(charged.kind).toBe('succeeded');
  });

  test('that is asked for twice under one key is one page', async () => {
    expect(await open(cardPage)).toEqual(await open(cardPage));
    expect((await world.direct.checkout.sessions.list()).data).toHaveLength(1);
  });
});

describe('a page that takes money', () => {
  test('tells the payment and keeps the card for renewals', async () => {
    const { sessionId, url } = await open(payPage);
    expect((await read(sessionId))?.payment).toBeUndefined();
    await enter(url, '4242424242424242');
    const done = await read(sessionId);
    const sent = { ...payPage.metadata, purpose: 'payment' };
    expect(done).toMatchObject({
      state: 'complete',
      purpose: 'payment',
      metadata: sent,
      payment: { kind: 'succeeded', amount: 4900, card: { last4: '4242' }, metadata: sent },
    });
    const [customerId = '', paymentMethodId = ''] = [done?.customerId, done?.card?.paymentMethodId];
    const charged = await world.payments.charge(world.account, world.order({ customerId, paymentMethodId }));
    expect(charged.kind).toBe('succeeded');
    expect(world.taken()).toEqual(['succeeded', 'succeeded']);
  });

  test('that only takes money leaves no card behind', async () => {
    const { sessionId, url } = await open({
      ...payPage,
      payment: { amount: 2000, currency: 'EUR', label: 'Top-up', savesCard: false },
    });
    await enter(url, '4242424242424242');
    const done = await read(sessionId);
    const [customerId = '', paymentMethodId = ''] = [done?.customerId, done?.card?.paymentMethodId];
    const charged = await world.payments.charge(world.account, world.order({ customerId, paymentMethodId }));
    expect(charged.kind).toBe('declined');
    expect(world.taken()).toEqual(['succeeded']);
  });

  test('has decided nothing after a decline: another card on the same page pays', async () => {
    const { sessionId, url } = await open(payPage);
    expect((await enter(url, '4000000000009995')).status).toBe(402);
    expect(await read(sessionId)).toMatchObject({ state: 'open' });
    expect(await read(sessionId)).not.toHaveProperty('payment');
    await enter(url, '4242424242424242');
    expect(await read(sessionId)).toMatchObject({ state: 'complete', payment: { kind: 'succeeded' } });
  });

  test.each([
    ['complete', 'succeeded'],
    ['fail', undefined],
  ] as const)('waits for the bank’s question (%s)', async (outcome, kind) => {
    const { sessionId, url } = await open(payPage);
    const { location } = await enter(url, '4000002760003184');
    expect(await read(sessionId)).not.toHaveProperty('payment');
    await answerBank(location, outcome);
    expect((await read(sessionId))?.payment?.kind).toBe(kind);
  });

  test('while the bank asks, the payment may still come', async () => {
    const { url } = await open(payPage);
    await enter(url, '4000002760003184');
    const [intent] = (await world.direct.paymentIntents.list()).data;
    expect(await world.payments.readPayment(world.account, intent?.id ?? '')).toMatchObject({ kind: 'processing' });
  });
});

describe('the end of a page', () => {
  test('after a day it takes nothing, and says what became of the last try', async () => {
    const { sessionId, url } = await open(payPage);
    await enter(url, '4000000000009995');
    await world.clock.moveTo(world.clock.now() + 25 * hour);
    expect((await enter(url, '4242424242424242')).status).toBe(410);
    expect(await read(sessionId)).toMatchObject({
      state: 'expired',
      payment: { kind: 'declined', declineClass: 'soft', code: 'insufficient_funds' },
    });
    expect(world.taken()).toEqual(['failed']);
  });

  // F31: the money came another way.
  test('closed by us, it cannot be paid any more; closing again does nothing', async () => {
    const { sessionId, url } = await open(payPage);
    await world.payments.closeCheckout(world.account, sessionId);
    await world.payments.closeCheckout(world.account, sessionId);
    expect((await enter(url, '4242424242424242')).status).toBe(410);
    expect((await read(sessionId))?.state).toBe('expired');
    expect(world.taken()).toEqual([]);
  });

  test('one that was paid first stays paid', async () => {
    const { sessionId, url } = await open(payPage);
    await enter(url, '4242424242424242');
    await world.payments.closeCheckout(world.account, sessionId);
    expect(await read(sessionId)).toMatchObject({ state: 'complete', payment: { kind: 'succeeded' } });
  });

  test('what this account does not have, or did not get from us, is not there', async () => {
    const { sessionId } = await open(cardPage);
    const other = world.control.openAccount({ name: 'Aurora' }).id;
    expect(await world.payments.readCheckout(other, sessionId)).toBeUndefined();
    const own = await world.direct.checkout.sessions.create({
      mode: 'setup',
      allowed_payment_method_types: ['card'],
      success_url: 'https://willow.example.com/own-shop',
    });
    expect(await read(own.id)).toBeUndefined();
  });
});
