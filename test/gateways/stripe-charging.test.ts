import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { stripePayments } from '../../functions/gateways/stripe-payments.ts';
import { hour, type StripeWorld, stripeWorld } from './stripe-world.ts';

const create = 'POST /v1/payment_intents';

let world: StripeWorld;
beforeEach(async () => {
  world = await stripeWorld();
});
afterEach(() => world.close());

/** What is found under the attempt's name, claimed when the clock stood at the beginning. */
const find = (customerId: string, attempt = 'inv_1.1', since = Date.parse('2026-03-01T09:00:00Z')) =>
  world.payments.findAttempt(world.account, { attempt, customerId, since });

describe('what becomes of a charge', () => {
  test('a card that works is charged once, and the answer names it', async () => {
    const { payments, account, order, member } = world;
    const mia = await member();
    const answer = await payments.charge(account, order(mia));
    expect(answer).toEqual({
      kind: 'succeeded',
      paymentIntentId: expect.stringMatching(/^pi_/),
      amount: 4900,
      card: { paymentMethodId: mia.paymentMethodId, brand: 'visa', last4: '4242', expMonth: 12, expYear: 2030 },
      metadata: order(mia).metadata,
    });
    expect(world.simulator.payments()).toMatchObject([
      { amount: 4900, currency: 'eur', business: 'willow', description: 'Gold', status: 'succeeded' },
    ]);
    expect(world.control.counters().requests[create]).toBe(1);
  });

  // F30, rule D3: cards that can be saved and then fail.
  test.each([
    ['pm_card_chargeCustomerFail', 'soft', 'generic_decline'],
    ['pm_card_savedInsufficientFunds', 'soft', 'insufficient_funds'],
    ['pm_card_savedLostCard', 'hard', 'lost_card'],
    ['pm_card_savedProcessingError', 'technical', 'processing_error'],
    ['pm_card_authenticationRequired', 'authentication', 'authentication_required'],
    ['pm_card_authenticationRequiredOnSetup', 'authentication', 'authentication_required'],
  ])('%s is a %s decline: %s', async (card, declineClass, code) => {
    const { payments, account, order, member } = world;
    const mia = await member(card);
    const declined = {
      kind: 'declined',
      declineClass,
      code,
      paymentIntentId: expect.stringMatching(/^pi_/),
      metadata: order(mia).metadata,
    };
    expect(await payments.charge(account, order(mia))).toEqual(declined);
    // Looked for later, it says the same.
    expect(await find(mia.customerId)).toEqual(declined);
    expect(world.taken()).toEqual(['failed']);
  });

  test('a card that has expired since is a hard decline', async () => {
    const { payments, account, order, member, control } = world;
    const mia = await member();
    control.updateCard(mia.paymentMethodId, { expMonth: 2, expYear: 2026 });
    expect(await payments.charge(account, order(mia))).toMatchObject({ declineClass: 'hard', code: 'expired_card' });
  });

  test('yen have no smaller unit: 4900 are 4900', async () => {
    const { payments, account, order, member } = world;
    await payments.charge(account, { ...order(await member()), currency: 'JPY' });
    expect(world.simulator.payments()).toMatchObject([{ amount: 4900, currency: 'jpy' }]);
  });

  test('a name that no bank can print does not stop a charge', async () => {
    const { payments, account, order, member } = world;
    const answer = await payments.charge(account, { ...order(await member()), description: '*"Überglück" <3*' });
    expect(answer.kind).toBe('succeeded');
    const [intent] = (await world.direct.paymentIntents.list()).data;
    expect(intent).toMatchObject({ description: '*"Überglück" <3*', statement_descriptor_suffix: 'Ubergluck' });
  });
});

describe('an answer that does not come', () => {
  // F3: the client itself repeats one broken connection, so two are lost.
  test('is unknown; the attempt is found by its name, and the same key takes no second charge', async () => {
    const { payments, account, order, member, control } = world;
    const mia = await member();
    control.failNext(2, 'timeout_after_success', create);
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    const found = await find(mia.customerId);
    expect(found).toMatchObject({ kind: 'succeeded', amount: 4900, card: { last4: '4242' } });
    expect(await payments.charge(account, order(mia))).toEqual(found);
    expect(world.taken()).toEqual(['succeeded']);
  });

  test('because the card’s answers get lost: the third call under the key tells', async () => {
    const { payments, account, order, member } = world;
    const mia = await member('pm_card_answerLost');
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    expect(await payments.charge(account, order(mia))).toMatchObject({ kind: 'succeeded' });
    expect(world.taken()).toEqual(['succeeded']);
  });

  // F2: nothing was done.
  test('before anything was done: there is nothing under the name, and the same again takes the money', async () => {
    const { payments, account, order, member, control } = world;
    const mia = await member();
    control.failNext(2, 'timeout_before', create);
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    expect(await find(mia.customerId)).toEqual({ kind: 'none' });
    expect(await payments.charge(account, order(mia))).toMatchObject({ kind: 'succeeded' });
    expect(world.taken()).toEqual(['succeeded']);
  });

  test('because nobody is there is unknown too, and so is what was looked for', async () => {
    const { order, member } = world;
    const mia = await member();
    const nobody = stripePayments({
      secret: async () => ({ apiKey: 'sk_test_local', webhookSecrets: [] }),
      origin: 'http://127.0.0.1:9',
    });
    expect(await nobody.charge(world.account, order(mia))).toEqual({ kind: 'unknown' });
    const asked = { attempt: 'inv_1.1', customerId: mia.customerId, since: 0 };
    expect(await nobody.findAttempt(world.account, asked)).toEqual({ kind: 'unknown' });
  });
});

describe('the key of an attempt', () => {
  // F5, rule I2: why an attempt is looked for first.
  test('is forgotten after a day: the charge is found, and only a repetition would take money twice', async () => {
    const { payments, account, order, member, clock } = world;
    const mia = await member();
    const first = await payments.charge(account, order(mia));
    await clock.moveTo(clock.now() + 25 * hour);
    expect(await find(mia.customerId)).toEqual(first);
    expect(world.taken()).toEqual(['succeeded']);
    const again = await payments.charge(account, order(mia));
    expect(again).not.toEqual(first);
    expect(world.taken()).toEqual(['succeeded', 'succeeded']);
  });

  // F4.
  test('keeps an error of the provider: however often it is asked, the outcome stays unknown', async () => {
    const { payments, account, order, member, control } = world;
    const mia = await member();
    control.failNext(1, 'error_500', create);
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    expect(await find(mia.customerId)).toEqual({ kind: 'none' });
    expect(await payments.charge(account, order(mia, 'inv_1.2'))).toMatchObject({ kind: 'succeeded' });
    expect(world.taken()).toEqual(['succeeded']);
  });

  test('keeps an error that hides a success: the name finds the money', async () => {
    const { payments, account, order, member, control } = world;
    const mia = await member();
    control.failNext(1, 'error_500_after_success', create);
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    expect(await payments.charge(account, order(mia))).toEqual({ kind: 'unknown' });
    expect(await find(mia.customerId)).toMatchObject({ kind: 'succeeded', amount: 4900 });
    expect(world.taken()).toEqual(['succeeded']);
  });

  test('in use by another worker: one takes the money, the other comes back', async () => {
    const { payments, account, order, member, control } = world;
    const mia = await member();
    control.delay(100);
    const both = [payments.charge(account, order(mia)), payments.charge(account, order(mia))];
    const kinds = (await Promise.all(both)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['busy', 'succeeded']);
    expect(world.taken()).toEqual(['succeeded']);
  });

  test('with another amount is never a second charge, and the first one is found', async () => {
    const { payments, account, order, member } = world;
    const lines = logged();
    const mia = await member();
    await payments.charge(account, order(mia));
    expect(await payments.charge(account, { ...order(mia), amount: 5900 })).toEqual({ kind: 'unknown' });
    expect(await find(mia.customerId)).toMatchObject({ kind: 'succeeded', amount: 4900 });
    expect(world.taken()).toEqual(['succeeded']);
    expect(lines()).toMatchObject([{ level: 'error', outcome: 'key_of_another_order', attempt: 'inv_1.1' }]);
  });
});

// F6.
test.each(['rate_limit', 'lock_timeout'] as const)('%s: nothing was done, come back', async (fault) => {
  const { payments, account, order, member, control } = world;
  const mia = await member();
  control.failNext(1, fault, create);
  expect(await payments.charge(account, order(mia))).toEqual({ kind: 'busy' });
  expect(world.taken()).toEqual([]);
  control.failNext(1, fault, 'GET /v1/payment_intents');
  expect(await find(mia.customerId)).toEqual({ kind: 'busy' });
  expect(await payments.charge(account, order(mia))).toMatchObject({ kind: 'succeeded' });
});

describe('a charge that cannot be made', () => {
  test('for a card or a customer that is not there needs a new card', async () => {
    const { payments, account, order, member } = world;
    const mia = await member();
    const hard = { kind: 'declined', declineClass: 'hard', code: 'resource_missing' };
    expect(await payments.charge(account, order({ ...mia, paymentMethodId: 'pm_gone' }))).toMatchObject(hard);
    const nobody = order({ ...mia, customerId: 'cus_gone' }, 'inv_1.2');
    expect(await payments.charge(account, nobody)).toMatchObject(hard);
    const another = await member();
    const foreign = order({ ...mia, paymentMethodId: another.paymentMethodId }, 'inv_1.3');
    expect(await payments.charge(account, foreign)).toMatchObject({ kind: 'declined', declineClass: 'hard' });
    expect(world.taken()).toEqual([]);
  });

  test('by a mistake of ours is not blamed on the card', async () => {
    const { payments, account, order, member } = world;
    const answer = await payments.charge(account, { ...order(await member()), amount: 10 });
    expect(answer).toMatchObject({ kind: 'declined', declineClass: 'technical', code: 'amount_too_small' });
  });

  test('for a business that has not finished its account is not blamed on the card either', async () => {
    const { payments, order } = world;
    const account = await payments.createAccount({ slug: 'new', name: 'New Salon', country: 'DE' });
    const answer = await payments.charge(account, order({ customerId: 'cus_1', paymentMethodId: 'pm_1' }));
    expect(answer).toMatchObject({ kind: 'declined', declineClass: 'technical', code: 'capability_not_active' });
  });

  test('with a key that opens nothing, or in somebody else’s account, is an error for the operator', async () => {
    const { payments, order, simulator, account, member } = world;
    const mia = await member();
    const secret = async () => ({ apiKey: 'sk_test_wrong', webhookSecrets: [] });
    const wrong = stripePayments({ secret, origin: simulator.endpoint });
    await expect(wrong.charge(account, order(mia))).rejects.toMatchObject({ type: 'StripeAuthenticationError' });
    const foreign = payments.charge('acct_foreign', order(mia));
    await expect(foreign).rejects.toMatchObject({ type: 'StripePermissionError' });
  });
});

describe('looking for an attempt', () => {
  test('finds it among many, of this member alone', async () => {
    const { payments, account, order, member } = world;
    const [mia, noa] = [await member(), await member()];
    for (let n = 1; n <= 12; n += 1) await payments.charge(account, order(mia, `inv_1.${n}`));
    expect(await find(mia.customerId, 'inv_1.1')).toMatchObject({ metadata: { attempt: 'inv_1.1' } });
    expect(await find(mia.customerId, 'inv_1.13')).toEqual({ kind: 'none' });
    expect(await find(noa.customerId, 'inv_1.1')).toEqual({ kind: 'none' });
  });

  test('looks five minutes further back than the claim, for clocks that differ', async () => {
    const { payments, account, order, member, clock } = world;
    const mia = await member();
    await payments.charge(account, order(mia));
    expect(await find(mia.customerId, 'inv_1.1', clock.now() + hour / 15)).toMatchObject({ kind: 'succeeded' });
    expect(await find(mia.customerId, 'inv_1.1', clock.now() + hour)).toEqual({ kind: 'none' });
  });

  test('does not wait for the search index', async () => {
    const { payments, account, order, member, control } = world;
    control.searchLag(hour);
    const mia = await member();
    await payments.charge(account, order(mia));
    expect(await find(mia.customerId)).toMatchObject({ kind: 'succeeded' });
  });

  test('of two under one name, which cannot be, takes the one that was paid, and says so', async () => {
    const { payments, account, order, member, control } = world;
    const lines = logged();
    const mia = await member();
    const first = await payments.charge(account, order(mia));
    control.updateCard(mia.paymentMethodId, { number: '4000000000000002' });
    await payments.charge(account, { ...order(mia), key: 'another key' });
    expect(await find(mia.customerId)).toMatchObject({
      kind: 'succeeded',
      paymentIntentId: first.kind === 'succeeded' ? first.paymentIntentId : '',
    });
    expect(lines()).toMatchObject([{ level: 'error', outcome: 'several_payments', attempt: 'inv_1.1', found: 2 }]);
  });

  test('a payment that no card was ever asked for took no money', async () => {
    const { direct, member, order } = world;
    const mia = await member();
    const { metadata, amount } = order(mia);
    await direct.paymentIntents.create({
      amount,
      currency: 'eur',
      customer: mia.customerId,
      metadata: { ...metadata } as Record<string, string>,
    });
    expect(await find(mia.customerId)).toEqual({ kind: 'none' });
  });
});

describe('a payment', () => {
  test('can be read again; one that the salon made by itself is none of ours', async () => {
    const { payments, account, order, member, direct } = world;
    const mia = await member();
    const answer = await payments.charge(account, order(mia));
    const id = answer.kind === 'succeeded' ? answer.paymentIntentId : '';
    expect(await payments.readPayment(account, id)).toEqual(answer);
    const own = await direct.paymentIntents.create({
      amount: 1000,
      currency: 'eur',
      confirm: true,
      off_session: true,
      customer: mia.customerId,
      payment_method: mia.paymentMethodId,
    });
    expect(await payments.readPayment(account, own.id)).toBeUndefined();
    expect(await payments.readPayment(account, 'pi_gone')).toBeUndefined();
  });

  test('that was declined is given up for good; one that was paid says so instead', async () => {
    const { payments, account, order, member, direct, control } = world;
    const mia = await member('pm_card_savedInsufficientFunds');
    const declined = await payments.charge(account, order(mia));
    const id = declined.kind === 'declined' ? (declined.paymentIntentId ?? '') : '';
    expect(await payments.cancelPayment(account, id)).toEqual({ kind: 'cancelled' });
    expect(await payments.cancelPayment(account, id)).toEqual({ kind: 'cancelled' });
    await expect(direct.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })).rejects.toThrow('canceled');
    expect(await payments.readPayment(account, id)).toMatchObject({ kind: 'declined', code: 'insufficient_funds' });

    control.updateCard(mia.paymentMethodId, { number: '4242424242424242' });
    const paid = await payments.charge(account, order(mia, 'inv_1.2'));
    const paidId = paid.kind === 'succeeded' ? paid.paymentIntentId : '';
    expect(await payments.cancelPayment(account, paidId)).toEqual(paid);
  });
});

/** Collects the log's lines from here on. */
function logged(): () => unknown[] {
  const lines: unknown[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
  return () => {
    spy.mockRestore();
    return lines;
  };
}
