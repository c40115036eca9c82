import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { numberOf, submitCard } from '../../../local/seed/provider-pages.ts';
import { memberClientFor } from '../../support/clients.ts';
import { openPayingSalon, type PayingSalon } from '../../support/paying-salon.ts';
import { type Provider, providerOf } from '../../support/provider.ts';
import { newEmail, newKey, password } from '../../support/scenario.ts';
import { type StartedSystem, startSystem } from '../../support/system.ts';

// A system of its own: here the clock travels, and the provider’s webhooks come five times, in any order, three days late.
let system: StartedSystem;
let salon: PayingSalon;
let provider: Provider;
const day = 24 * 3_600_000;
const copies = 5;

let renewing: string;
let mending: string;
let lost: string;
let givenBack: string;
const email = newEmail('lost');

beforeAll(async () => {
  system = await startSystem({ frozenAt: Date.parse('2027-02-26T15:00:00Z') });
  provider = providerOf(system);
  salon = await openPayingSalon(system, { visits: 2 });
  const member = (number: string = numberOf.works) => salon.addPayingMember({}, { number, startsOn: '2027-01-28' });
  renewing = await member();
  mending = await member(numberOf.declines);
  givenBack = await member();
  lost = await salon.addPayingMember({ email }, { number: numberOf.declines, startsOn: '2027-01-28' });
  await salon.accept(await salon.invite(lost), password);
  await system.idle();
  await provider.webhooks({ duplicates: copies - 1, shuffle: true, delayMs: 3 * day });
}, 120_000);

afterAll(() => system?.close());

/** Everything that payments change, of everybody. */
async function state() {
  await system.idle();
  const members = [renewing, mending, lost, givenBack];
  const { client } = salon.owner;
  return {
    members: await Promise.all(
      members.map(async (memberId) => {
        const { memberships, credits, billing } = await client.getMember({ path: { memberId } });
        const invoices = await Promise.all(
          (await salon.invoicesOf(memberId)).map(({ invoiceId }) =>
            client.getInvoice({ path: { memberId, invoiceId } }),
          ),
        );
        const { items } = await client.listCreditEntries({ path: { memberId }, query: { limit: 100 } });
        return {
          standing: memberships.map(({ status, usability, period, open }) => ({ status, usability, period, open })),
          credits,
          billing,
          invoices,
          entries: items,
        };
      }),
    ),
    payments: (await provider.paymentsOf(salon.slug)).map(({ id, status, amount }) => ({ id, status, amount })),
    mails: (await system.mails()).map(({ to, subject }) => `${to.join()} ${subject}`).sort(),
  };
}

const webhooksTaken = async () => {
  const response = await fetch(`${system.url}/_local/logs?function=regulars-dev-receive-provider-event&limit=20000`);
  const { lines } = (await response.json()) as { lines: { text: string }[] };
  return lines.filter(({ text }) => text.includes('"outcome":"queued"')).length;
};

test('renewals, a mended card and a refund are in order before any webhook comes', async () => {
  await system.clock.advance(3 * day);
  expect(await salon.membershipOf(renewing)).toMatchObject({ status: 'active' });
  expect(await salon.grantsOf(renewing)).toEqual([2, 2]);

  expect(await salon.putCardOnFile(mending)).toMatchObject({ payment: 'paid', status: 'active' });
  expect(await salon.grantsOf(mending)).toEqual([2, 2]);

  const [paid] = await salon.invoicesOf(givenBack);
  await salon.owner.client.refundInvoice({
    path: { memberId: givenBack, invoiceId: paid?.invoiceId ?? '' },
    body: { amount: { amount: 10_000, currency: 'USD' }, reason: 'requested', takeBackCredits: true },
    idempotencyKey: newKey(),
  });
  expect((await salon.invoicesOf(givenBack))[0]).toMatchObject({ state: 'refunded' });
}, 120_000);

test('a payment whose browser never came back and whose webhook is missing is found by comparing the books', async () => {
  // Rule I6
  const [open] = await salon.invoicesOf(lost);
  const { client } = await memberClientFor(system, { business: salon.slug, email, password });
  const path = { memberId: lost, invoiceId: open?.invoiceId ?? '' };
  const { url } = await client.startPayment({ path, body: {} });
  await submitCard(url, numberOf.works, '12 / 34', 'Lost Member');
  expect(await salon.membershipOf(lost)).toMatchObject({ status: 'past_due' });

  await system.clock.advance(1.5 * day);
  expect(await salon.membershipOf(lost)).toMatchObject({ status: 'active' });
  expect(await salon.grantsOf(lost)).toEqual([2, 2]);
  expect((await salon.invoicesOf(lost))[0]).toMatchObject({ state: 'paid' });
}, 120_000);

test('every webhook five times, in any order and three days late, changes nothing', async () => {
  const before = await state();
  const takenBefore = await webhooksTaken();
  await system.clock.advance(4 * day);
  const taken = (await webhooksTaken()) - takenBefore;
  // It is a test only if they did come: at least of four payments and two pages.
  expect(taken).toBeGreaterThanOrEqual(6 * copies);
  expect(await state()).toEqual(before);
}, 120_000);
