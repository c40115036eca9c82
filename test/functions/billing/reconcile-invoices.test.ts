import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { openPaymentPage, openTopUpPage } from '../../../functions/billing/open-checkout.ts';
import { startEnrolment } from '../../../functions/billing/start-enrolment.ts';
import { numberInvoices } from '../../../functions/events/number-invoices.ts';
import { reconcilePayments } from '../../../functions/jobs/reconcile-payments.ts';
import { chance } from '../../../functions/runtime/chance.ts';
import { loadConfiguration } from '../../../functions/store/configuration.ts';
import { invoiceOf, invoiceWrite, readInvoice } from '../../../functions/store/invoice-rows.ts';
import { readReconciliation } from '../../../functions/store/reconciliation-row.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import type { DomainEvent } from '../../../shared/domain/events.ts';
import type { Invoice, Payment } from '../../../shared/domain/invoice.ts';
import { enrolmentOffer, termsVersionOf } from '../../../shared/domain/online-enrolment.ts';
import {
  type BillingTestWorld,
  billingWorldForTests,
  goldPlan,
  memberId,
  membershipId,
  slug,
} from '../../support/billing-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const soft = { declineClass: 'soft', code: 'insufficient_funds' } as const;

const logged: Record<string, unknown>[] = [];
beforeEach(() => {
  logged.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged.push(JSON.parse(String(line)));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** The differences that were raised since the last look: which, and of what. */
const raised = () =>
  logged
    .splice(0)
    .filter(({ outcome }) => outcome === 'differs')
    .map(({ difference, invoiceId, number }) => ({ difference, of: invoiceId ?? number }));

const run = (world: BillingTestWorld, hasTime = () => true) =>
  reconcilePayments(world.world, world.now(), 'reconciling', hasTime);

async function nextDay(world: BillingTestWorld) {
  world.pass(day);
  return run(world);
}

/** Days in which nothing happens but the comparison: what was paid before is out of its window then. */
async function daysPass(world: BillingTestWorld, days: number) {
  for (let passed = 0; passed < days; passed += 1) await nextDay(world);
  logged.length = 0;
}

/** Numbers whatever has none yet, in the order in which it was issued. */
async function numberAll(world: BillingTestWorld) {
  const rows = world.table.rows().filter(({ sk }) => sk.startsWith('INVOICE#'));
  for (const { value, event } of rows.map(invoiceOf).sort((a, b) => a.value.issuedAt - b.value.issuedAt)) {
    if (value.number !== undefined) continue;
    const { invoiceId } = value;
    await numberInvoices(world.world, slug, [{ memberId: value.memberId, invoiceId, event, at: value.issuedAt }]);
  }
}

const remembered = async (world: BillingTestWorld) => (await readReconciliation(world.table, slug))?.value;

/** The ids of payments that the provider is asked for from now on. */
function asked(world: BillingTestWorld): string[] {
  const ids: string[] = [];
  const { payments } = world.world;
  const { readPayment } = payments;
  Object.assign(payments, {
    readPayment: (account: string, paymentIntentId: string) => {
      ids.push(paymentIntentId);
      return readPayment(account, paymentIntentId);
    },
  });
  return ids;
}

const kinds = [
  'card',
  'open',
  'void',
  'desk',
  'no_payment',
  'not_succeeded',
  'other_invoice',
  'other_amount',
  'credits_missing',
] as const;
type Kind = (typeof kinds)[number];
const inOrder: readonly Kind[] = ['card', 'open', 'void', 'desk'];

const atDesk: Payment = { kind: 'desk', method: 'cash', staffId: 'stf_01JAB000000000000000000001', amount: 1000 };

/** What an invoice of a kind says of its payment; what the provider says of it differs where the kind is a difference. */
async function paymentOf(world: BillingTestWorld, kind: Kind, invoiceId: string): Promise<Payment> {
  if (kind === 'desk' || kind === 'credits_missing') return atDesk;
  const card = { kind: 'card', brand: 'visa', last4: '4242', amount: kind === 'other_amount' ? 900 : 1000 } as const;
  if (kind === 'no_payment') return { ...card, paymentIntentId: 'pi_gone' };
  const answer = await world.world.payments.charge('acct_aurora', {
    amount: 1000,
    currency: 'USD',
    customerId: 'cus_000001',
    paymentMethodId: kind === 'not_succeeded' ? 'pm_empty' : 'pm_good',
    description: 'Towel',
    metadata: { business: slug, memberId, invoiceId, attempt: `${invoiceId}.1` },
    key: invoiceId,
  });
  if (!('paymentIntentId' in answer) || answer.paymentIntentId === undefined) throw new Error('no payment');
  return { ...card, paymentIntentId: answer.paymentIntentId };
}

/** An invoice as the engine, a bug or a restored backup leaves it. Answers its id. */
async function issue(world: BillingTestWorld, kind: Kind): Promise<string> {
  const at = world.now();
  const invoiceId = chance.newId('invoice', at);
  world.provider.behave('pm_empty', soft);
  const payment =
    kind === 'other_invoice'
      ? // The payment of another invoice, which is in order.
        (await readInvoice(world.table, slug, memberId, await issue(world, 'card')))?.value.payment
      : await paymentOf(world, kind, invoiceId);
  const state = kind === 'open' || kind === 'void' ? kind : 'paid';
  const bought = { kind: 'visits' as const, serviceIds: [], units: 1 };
  const invoice: Invoice = {
    invoiceId,
    memberId,
    cause: { kind: 'order' },
    currency: 'USD',
    lines: [{ subject: { kind: 'item', text: 'Towel' }, net: 1000, tax: 0, gross: 1000 }],
    total: 1000,
    creditApplied: 0,
    seller: { name: 'Aurora' },
    issuedAt: at,
    issuedOn: localDateOf(at, world.business.timeZone),
    state,
    ...(state === 'paid' ? { paidAt: at, ...(payment === undefined ? {} : { payment }) } : {}),
    attempts: [],
    refunds: [],
    grants: kind === 'credits_missing' ? [{ bucketId: 'bkt_01JAB000000000000000000001', ...bought }] : [],
  };
  const event: DomainEvent = {
    eventId: chance.newId('event', at),
    type: 'invoice.issued',
    business: slug,
    memberId,
    actor: { kind: 'system', job: 'bill-memberships' },
    at,
    requestId: 'issuing',
    subject: { invoiceId },
  };
  await world.table.commit([invoiceWrite(slug, undefined, invoice, event)]);
  // The payment of an open or voided one was never asked for in truth.
  if (kind === 'open' || kind === 'void') world.provider.taken.pop();
  return invoiceId;
}

/** Changes an invoice as a later payment or a write-off would. */
async function become(world: BillingTestWorld, invoiceId: string, change: Partial<Invoice>) {
  const stored = await readInvoice(world.table, slug, memberId, invoiceId);
  if (!stored) throw new Error('no invoice');
  await world.table.commit([invoiceWrite(slug, stored, { ...stored.value, ...change }, stored.event)]);
}

/** A salon whose books were compared a day after it began to take cards. */
async function salon() {
  const world = await billingWorldForTests({ card: null });
  await nextDay(world);
  return world;
}

describe('the daily comparison of our invoices with the provider’s books (rule I6)', () => {
  test.each(kinds.filter((kind) => !inOrder.includes(kind)))(
    'an invoice that says it was paid is raised while it is in the window, and never repaired: %s',
    async (kind) => {
      const world = await salon();
      const invoiceId = await issue(world, kind);
      await numberAll(world);
      const before = (await readInvoice(world.table, slug, memberId, invoiceId))?.value;
      for (let days = 0; days < 4; days += 1) {
        expect(await nextDay(world)).toMatchObject({ differences: 1, repaired: 0, failed: 0 });
        expect(raised()).toEqual([{ difference: kind, of: invoiceId }]);
      }
      await nextDay(world);
      expect(raised()).toEqual([]);
      expect(await remembered(world)).toMatchObject({ waiting: [] });
      expect((await readInvoice(world.table, slug, memberId, invoiceId))?.value).toEqual(before);
      expect(world.provider.refunds()).toEqual([]);
    },
  );

  test('a line of the log names ids only', async () => {
    const world = await salon();
    const invoiceId = await issue(world, 'no_payment');
    await numberAll(world);
    await nextDay(world);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        message: 'reconcile-payments',
        business: slug,
        outcome: 'differs',
        difference: 'no_payment',
        paymentIntentId: 'pi_gone',
        memberId,
        invoiceId,
      },
    ]);
  });

  test('what was paid is found in the provider’s list of the day, and not asked for again', async () => {
    const world = await salon();
    for (let count = 0; count < 3; count += 1) await issue(world, 'card');
    await numberAll(world);
    const ids = asked(world);
    expect(await nextDay(world)).toMatchObject({ payments: 3, invoices: 3, differences: 0 });
    expect(ids).toEqual([]);
    expect(await nextDay(world)).toMatchObject({ payments: 3, invoices: 0, differences: 0 });
  });

  test('an invoice that got its number late is asked for once, and compared like any payment', async () => {
    const world = await salon();
    await issue(world, 'card');
    const wrong = await issue(world, 'other_amount');
    await daysPass(world, 10);
    await numberAll(world);
    const ids = asked(world);
    expect(await nextDay(world)).toMatchObject({ payments: 0, invoices: 2, differences: 1 });
    expect(raised()).toEqual([{ difference: 'other_amount', of: wrong }]);
    expect(ids).toHaveLength(2);
    expect(await nextDay(world)).toMatchObject({ invoices: 0, differences: 0 });
  });

  test('a refund at the provider of a payment that is out of the window is written down', async () => {
    const world = await salon();
    const invoiceId = await issue(world, 'card');
    await daysPass(world, 10);
    world.provider.refundThere(world.provider.succeeded()[0]?.paymentIntentId ?? '', 400);
    await numberAll(world);
    expect(await nextDay(world)).toMatchObject({ repaired: 1, differences: 0 });
    const invoice = await readInvoice(world.table, slug, memberId, invoiceId);
    expect(invoice?.value.refunds).toMatchObject([{ amount: 400, reason: 'provider' }]);
  });

  test('an open invoice is looked at every day until it ends', async () => {
    const world = await salon();
    const [paidLater, writtenOff] = [await issue(world, 'open'), await issue(world, 'open')];
    await issue(world, 'card');
    await numberAll(world);
    for (let days = 0; days < 10; days += 1) await nextDay(world);
    expect(await remembered(world)).toMatchObject({ lastNumber: 3, waiting: [1, 2] });
    const payment = { kind: 'card', paymentIntentId: 'pi_gone', brand: 'visa', last4: '4242', amount: 1000 } as const;
    await become(world, paidLater, { state: 'paid', paidAt: world.now(), payment });
    await become(world, writtenOff, { state: 'void' });
    expect(raised()).toEqual([]);
    await nextDay(world);
    expect(raised()).toEqual([{ difference: 'no_payment', of: paidLater }]);
    expect(await remembered(world)).toMatchObject({ waiting: [1] });
  });

  test('what is younger than an hour is left for the next day', async () => {
    const world = await salon();
    const early = await issue(world, 'open');
    world.pass(day - hour / 2);
    const late = await issue(world, 'no_payment');
    const payment = { kind: 'card', paymentIntentId: 'pi_gone', brand: 'visa', last4: '4242', amount: 1000 } as const;
    await become(world, early, { state: 'paid', paidAt: world.now(), payment });
    await numberAll(world);
    world.pass(hour / 2);
    expect(await run(world)).toMatchObject({ invoices: 1, differences: 0 });
    expect(await remembered(world)).toMatchObject({ lastNumber: 1, waiting: [1] });
    await nextDay(world);
    expect(raised()).toEqual([
      { difference: 'no_payment', of: early },
      { difference: 'no_payment', of: late },
    ]);
  });

  test('credits that ended more than a month ago may have left the account', async () => {
    const world = await salon();
    const invoiceId = await issue(world, 'credits_missing');
    const grants = (await readInvoice(world.table, slug, memberId, invoiceId))?.value.grants ?? [];
    await become(world, invoiceId, { grants: grants.map((grant) => ({ ...grant, expiresOn: '2025-12-31' })) });
    await numberAll(world);
    await nextDay(world);
    expect(raised()).toEqual([]);
  });

  test('a number without an invoice is raised every day, and keeps nothing else waiting', async () => {
    const world = await salon();
    await issue(world, 'card');
    await numberAll(world);
    const table = {
      ...world.table,
      read: async (keys: Parameters<typeof world.table.read>[0]) =>
        (await world.table.read(keys)).map((row) => (row?.sk.startsWith('INVOICE#ivc_') ? undefined : row)),
    };
    for (let days = 0; days < 6; days += 1) {
      world.pass(day);
      const damaged = { ...world.world, table };
      expect(await reconcilePayments(damaged, world.now(), 'reconciling', () => true)).toMatchObject({ failed: 0 });
      expect(raised()).toContainEqual({ difference: 'missing_invoice', of: 1 });
    }
  });

  test('a provider that does not answer leaves everything for the next run', async () => {
    const world = await salon();
    const invoiceId = await issue(world, 'no_payment');
    await numberAll(world);
    world.pass(day);
    world.provider.fail((call) => (call === 'readPayment' ? 'before' : undefined));
    expect(await run(world)).toMatchObject({ businesses: 0, failed: 1 });
    world.provider.fail(() => undefined);
    world.pass(hour);
    expect(await run(world)).toMatchObject({ businesses: 1, differences: 1 });
    expect(raised()).toEqual([{ difference: 'no_payment', of: invoiceId }]);
  });
});

describe('what the flows leave is in order, soon after and long after', () => {
  const visitor = (world: BillingTestWorld) =>
    ({ ...world.scene(), actor: { kind: 'member', memberId }, language: 'en', backTo: '/portal' }) as const;
  const flows: [string, () => Promise<BillingTestWorld>][] = [
    [
      'a renewal',
      async () => {
        const world = await billingWorldForTests();
        await world.live('2026-02-28T20:00:00Z');
        return world;
      },
    ],
    [
      'a payment on the provider’s page',
      async () => {
        const world = await billingWorldForTests();
        world.provider.behave('pm_good', soft);
        await world.live('2026-03-01T15:00:00Z');
        await openPaymentPage(world.world, visitor(world), `${membershipId}.1`);
        await world.finishPage('pm_new');
        return world;
      },
    ],
    [
      'money that was paid in',
      async () => {
        const world = await billingWorldForTests();
        await openTopUpPage(world.world, visitor(world), 5000, 'Account credit');
        await world.finishPage('pm_good');
        return world;
      },
    ],
    [
      'joining online',
      async () => {
        const world = await billingWorldForTests();
        const configuration = await loadConfiguration(world.table, slug);
        if (!configuration) throw new Error('no salon');
        const today = localDateOf(world.now(), world.business.timeZone);
        const joining = {
          planId: goldPlan.planId,
          firstName: 'Nora',
          lastName: 'New',
          email: 'nora@example.com',
          language: 'en' as const,
          termsVersion: termsVersionOf(world.plan, world.business, enrolmentOffer(world.plan, today, undefined)),
        };
        await startEnrolment(world.world, configuration, joining, { at: world.now(), today, requestId: 'join' });
        await world.finishPage('pm_new');
        return world;
      },
    ],
  ];

  test.each(flows)('%s', async (_, flow) => {
    for (const days of [0, 10]) {
      const world = await flow();
      await run(world);
      await daysPass(world, days);
      await numberAll(world);
      const ids = asked(world);
      expect(await nextDay(world)).toMatchObject({ invoices: 1, repaired: 0, differences: 0, failed: 0 });
      expect(ids).toHaveLength(days === 0 ? 0 : 1);
      expect(await remembered(world)).toMatchObject({ lastNumber: 1, waiting: [] });
    }
  });
});

describe('in a series of any invoices', () => {
  // Every difference is raised and nothing else is, whatever dies or ends for lack of time on the way (R15).
  test('each difference is raised, and nothing else, wherever runs crash or run out of time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
        fc.array(fc.record({ when: fc.constantFrom('before', 'after'), call: fc.integer({ min: 1, max: 30 }) }), {
          maxLength: 3,
        }),
        async (issued, isLate, patience, crashes) => {
          const world = await salon();
          const wanted: { difference: Kind; of: string }[] = [];
          for (const kind of issued) {
            const of = await issue(world, kind);
            if (!inOrder.includes(kind)) wanted.push({ difference: kind, of });
          }
          if (isLate) await daysPass(world, 10);
          await numberAll(world);
          logged.length = 0;
          world.pass(day);
          for (const { when, call } of crashes) {
            let calls = 0;
            Object.assign(world.hooks, {
              [when]: () => {
                calls += 1;
                if (calls >= call) throw new Error('gone');
              },
            });
            // What a crash leaves is due again within the hour.
            await run(world).catch(() => undefined);
            Object.assign(world.hooks, { before: undefined, after: undefined });
            world.pass(hour);
          }
          for (const most of patience) {
            let left = most;
            await run(world, () => {
              left -= 1;
              return left > 0;
            });
            world.pass(hour);
          }
          expect(await run(world)).toMatchObject({ outcome: 'done', failed: 0 });
          const found = new Set(raised().map((one) => JSON.stringify(one)));
          expect([...found].sort()).toEqual(wanted.map((one) => JSON.stringify(one)).sort());
          // Another amount is found by its payment, every day that the provider's list has it.
          const again = isLate ? [] : wanted.filter(({ difference }) => difference !== 'other_amount');
          const numbers = world.allInvoices().filter(({ invoiceId, state }) => {
            return state === 'open' || again.some(({ of }) => of === invoiceId);
          });
          const { lastNumber, waiting } = (await remembered(world)) ?? {};
          expect(lastNumber).toBe(world.allInvoices().length);
          expect(new Set(waiting)).toEqual(new Set(numbers.map(({ number }) => number)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('hundreds of invoices cost two reads of the table for a hundred, and none of the provider', async () => {
    const world = await salon();
    for (let count = 0; count < 250; count += 1) await issue(world, count % 50 === 0 ? 'open' : 'card');
    await numberAll(world);
    world.pass(day);
    const ids = asked(world);
    const before = world.table.calls.read;
    expect(await run(world)).toMatchObject({ payments: 245, invoices: 250, differences: 0 });
    // The forward comparison reads each invoice; beyond that: the series, three pages of two reads, the row twice, settings.
    expect(world.table.calls.read - before).toBeLessThanOrEqual(245 + 1 + 6 + 3);
    expect(ids).toEqual([]);
    expect(await remembered(world)).toMatchObject({ lastNumber: 250, waiting: [1, 51, 101, 151, 201] });
  });
});
