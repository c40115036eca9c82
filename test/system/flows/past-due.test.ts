import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { numberOf, submitCard } from '../../../local/seed/provider-pages.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { providerOf } from '../../support/provider.ts';
import { newEmail, newKey, password } from '../../support/scenario.ts';
import { type StartedSystem, startSystem } from '../../support/system.ts';

// A system of its own, lived through once, day by day: the suites of the shared one need a clock that stands still.
let system: StartedSystem;
let salon: PayingSalon;
const day = 24 * 3_600_000;

interface Client {
  readonly memberId: string;
  readonly email: string;
}
/** Everybody’s bill is of 28 February; the clock starts on the 26th at ten in the morning there. */
async function client(name: string, number: string = numberOf.declines): Promise<Client> {
  const email = newEmail(name);
  const memberId = await salon.addPayingMember({ firstName: name, email }, { number, startsOn: '2027-01-28' });
  return { memberId, email };
}
let cash: Client;
let retried: Client;
let absent: Client;
let late: Client;
let refunded: Client;

beforeAll(async () => {
  system = await startSystem({ frozenAt: Date.parse('2027-02-26T15:00:00Z') });
  salon = await openPayingSalon(system, { visits: 2 });
  cash = await client('cash');
  retried = await client('retried');
  absent = await client('absent');
  late = await client('late');
  refunded = await client('refunded', numberOf.works);
}, 120_000);

afterAll(() => system?.close());

const desk = () => salon.owner.client;
const pastDue = async () => (await desk().listPastDue({ query: { limit: 100 } })).items;
const lineOf = async ({ memberId }: Client) => (await pastDue()).find((line) => line.memberId === memberId);

async function invoiceOf({ memberId }: Client) {
  const [newest] = await salon.invoicesOf(memberId);
  return desk().getInvoice({ path: { memberId, invoiceId: newest?.invoiceId ?? '' } });
}
const attemptsOf = async (one: Client) =>
  (await invoiceOf(one)).attempts.map(({ trigger, outcome }) => `${trigger} ${outcome}`);

/** The links that mend a card, in the order in which they were sent. */
async function cardLinks({ email }: Client): Promise<string[]> {
  return (await system.mails())
    .filter(({ to }) => to.includes(email))
    .flatMap(({ text }) => /\/portal\/card#([\w-]{43})/.exec(text)?.[1] ?? []);
}

/** The token of the newest mail that can mend the card. */
const newestLink = async (client: Client): Promise<string> => (await cardLinks(client)).at(-1) ?? '';

describe('the day after the bill date', () => {
  beforeAll(() => system.clock.advance(3 * day), 120_000);

  test('the front desk sees who owes what, why, since when, and that the mail went out', async () => {
    // 002-009, 000-045 … 000-047
    const lines = await pastDue();
    expect(lines.map(({ firstName }) => firstName).sort()).toEqual(['absent', 'cash', 'late', 'retried']);
    for (const line of lines) {
      expect(line).toMatchObject({
        reason: 'declined',
        since: '2027-02-28',
        days: 1,
        attempts: 1,
        frozen: false,
        amount: { amount: 10_000 },
        nextTryOn: '2027-03-03',
        restsFrom: '2027-03-08',
        undeliverable: false,
        linkSentAt: expect.any(Number),
      });
      expect(line.linkOpenedAt).toBeUndefined();
    }
    // Until grace ends, what is left stays usable (rule G2).
    expect(await salon.membershipOf(cash.memberId)).toMatchObject({ status: 'past_due', usability: 'usable' });
  });

  test('cash at the desk settles the payment: active, granted once, receipt mailed, nothing charged any more', async () => {
    const { invoiceId } = await invoiceOf(cash);
    const path = { memberId: cash.memberId, invoiceId };
    const record = (idempotencyKey: string) => desk().recordPayment({ path, body: { method: 'cash' }, idempotencyKey });
    const key = newKey();
    const [first, again] = await Promise.all([record(key), record(key)]);
    expect(again).toEqual(first);
    expect(first.invoice).toMatchObject({ state: 'paid', payment: { kind: 'desk', method: 'cash' } });
    await expect(record(newKey())).rejects.toMatchObject({ problem: { code: 'not_an_open_invoice' } });
    expect(await salon.membershipOf(cash.memberId)).toMatchObject({ status: 'active' });
    expect(await salon.grantsOf(cash.memberId)).toEqual([2, 2]);
    await system.idle();
    expect((await salon.subjectsTo(cash.email)).at(-1)).toBe('Your receipt from Test Salon');
  });

  test('a try at the desk is one more try and leaves the schedule as it was (rule D6)', async () => {
    const { invoiceId } = await invoiceOf(retried);
    const path = { memberId: retried.memberId, invoiceId };
    const tried = await desk().retryInvoice({ path, body: {}, idempotencyKey: newKey() });
    expect(tried).toMatchObject({ result: 'declined', code: 'generic_decline' });
    expect(await lineOf(retried)).toMatchObject({ attempts: 2, since: '2027-02-28', nextTryOn: '2027-03-03' });
  });

  test('a refund goes back to the card, takes the unused credits with it, and is told to the member', async () => {
    // 002-025, 003-034, rule C8
    const token = await salon.invite(refunded.memberId);
    const member = await salon.accept(token, password);
    await salon.redeem(refunded.memberId);
    const before = await invoiceOf(refunded);
    // The visit that was used is worth its stated price, which here is all that was paid.
    expect(before).toMatchObject({ state: 'paid', refundable: { amount: 10_000 }, suggestedRefund: { amount: 0 } });
    expect(before).toMatchObject({ usedUnits: 1, unusedUnits: 1 });
    const path = { memberId: refunded.memberId, invoiceId: before.invoiceId };
    const refund = (amount: number, idempotencyKey = newKey()) =>
      desk().refundInvoice({
        path,
        body: { amount: { amount, currency: 'USD' }, reason: 'requested', takeBackCredits: true },
        idempotencyKey,
      });
    const key = newKey();
    const [first, again] = await Promise.all([refund(4000, key), refund(4000, key)]);
    expect(again.invoice.refunded).toEqual(first.invoice.refunded);
    await expect(refund(6001)).rejects.toMatchObject({ problem: { code: 'refund_too_high' } });
    expect((await refund(6000)).invoice).toMatchObject({ state: 'refunded', refunded: { amount: 10_000 } });
    await system.idle();

    const { items } = await member.client.listOwnInvoices({ path, query: {} });
    expect(items[0]).toMatchObject({ state: 'refunded', refunded: { amount: 10_000 }, total: { amount: 10_000 } });
    const subjects = await salon.subjectsTo(refunded.email);
    expect(subjects.filter((subject) => subject === 'Your refund from Test Salon')).toHaveLength(2);
    const [payment] = (await providerOf(system).paymentsOf(salon.slug)).filter(({ status }) => status === 'refunded');
    expect(payment).toMatchObject({ amount: 10_000 });
    // Never below zero: the second refund found nothing more to take back.
    expect(await salon.membershipOf(refunded.memberId)).toMatchObject({ status: 'active', available: 0 });
  });
});

describe('after the days of grace', () => {
  beforeAll(() => system.clock.advance(7 * day), 120_000);

  test('benefits rest, and the card was tried on the days of the schedule besides the try at the desk', async () => {
    // Rules D1 … D3, G2
    expect(await lineOf(absent)).toMatchObject({ frozen: true, task: 'call', attempts: 4, nextTryOn: '2027-03-10' });
    expect(await salon.membershipOf(absent.memberId)).toMatchObject({ status: 'past_due', usability: 'on_hold' });
    expect(await attemptsOf(absent)).toEqual(['renewal declined', ...Array(3).fill('schedule declined')]);
    expect(await attemptsOf(retried)).toEqual([
      'renewal declined',
      'staff declined',
      ...Array(3).fill('schedule declined'),
    ]);
    // Last month’s visits are past their day, and this month’s were not granted.
    await expect(salon.redeem(absent.memberId)).rejects.toMatchObject({ problem: { code: 'insufficient_credit' } });
  });

  test('an old link offers a fresh one, which mends the card once and then is used up', async () => {
    // 000-019 … 000-022
    const [old = ''] = await cardLinks(late);
    const { visitor } = salon;
    expect(await visitor.inspectLink({ body: { token: old } })).toMatchObject({ state: 'expired' });
    const openOld = visitor.startLinkCheckout({ body: { token: old } });
    await expect(openOld).rejects.toMatchObject({ problem: { code: 'link_expired' } });
    await visitor.renewLink({ body: { token: old } });
    await system.idle();
    const token = await newestLink(late);
    expect(token).not.toBe(old);
    expect(await visitor.inspectLink({ body: { token } })).toMatchObject({
      purpose: 'card_update',
      state: 'valid',
      amountDue: { amount: 10_000 },
    });
    expect(await lineOf(late)).toMatchObject({ linkOpenedAt: expect.any(Number) });

    // Opened twice, as by somebody who pressed the button on two devices: the second page finds it paid.
    const pages = await Promise.all([1, 2].map(() => visitor.startLinkCheckout({ body: { token } })));
    const sessions: string[] = [];
    const complete = (sessionId = '') => visitor.completeCheckout({ body: { sessionId } });
    const enter = async (url = '') => {
      const sessionId = await submitCard(url, numberOf.works, '12 / 34', 'Late Member');
      sessions.push(sessionId);
      return complete(sessionId);
    };
    const paid = { payment: 'paid', status: 'active', amount: { amount: 10_000 } };
    expect(await enter(pages[0]?.url)).toMatchObject(paid);
    expect(await enter(pages[1]?.url)).toMatchObject({ payment: 'nothing_due' });
    expect(await complete(sessions[0])).toMatchObject(paid);
    await system.idle();
    expect(await visitor.inspectLink({ body: { token } })).toMatchObject({ state: 'used' });
    expect(await attemptsOf(late)).toEqual([
      'renewal declined',
      ...Array(3).fill('schedule declined'),
      'card_update succeeded',
    ]);
    expect(await salon.grantsOf(late.memberId)).toEqual([2, 2]);
    expect(await salon.membershipOf(late.memberId)).toMatchObject({ status: 'active', usability: 'usable' });
    await salon.redeem(late.memberId);
  });
});

describe('a month after the bill date', () => {
  beforeAll(() => system.clock.advance(23 * day), 120_000);

  test('who never paid was told at every step, and the membership has ended without a debt', async () => {
    // Rules D2, D7, 004-047
    const about = new Set([
      'Your receipt from Test Salon',
      'Your card on file was changed',
      'Use by February 27: a reminder',
    ]);
    expect((await salon.subjectsTo(absent.email)).filter((subject) => !about.has(subject))).toEqual([
      'Your membership payment needs attention',
      'Reminder: your membership payment is still open',
      'Your benefits pause on March 8',
      'Your benefits are on hold',
      'Last reminder: your membership payment is open',
      'Your membership has ended',
    ]);
    expect(await attemptsOf(absent)).toEqual(['renewal declined', ...Array(5).fill('schedule declined')]);
    expect(await invoiceOf(absent)).toMatchObject({ state: 'void', due: { amount: 0 } });
    expect(await salon.membershipOf(absent.memberId)).toMatchObject({ status: 'cancelled', usability: 'over' });
    // Whose card fails every month is on the list again; nobody else is.
    expect(await pastDue()).toMatchObject([{ memberId: cash.memberId, since: '2027-03-28', attempts: 2 }]);
    expect(await salon.grantsOf(absent.memberId)).toEqual([2]);
  });

  test('who paid has the next period on the calendar’s own day', async () => {
    expect(await salon.membershipOf(cash.memberId)).toMatchObject({
      status: 'past_due',
    });
    expect(await salon.membershipOf(late.memberId)).toMatchObject({
      status: 'active',
      nextBill: { kind: 'on', date: '2027-04-28' },
    });
    expect(await salon.grantsOf(late.memberId)).toEqual([2, 2, 2]);
  });
});
