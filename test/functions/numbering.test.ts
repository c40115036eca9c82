import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { numberBatch } from '../../functions/events/number-invoices.ts';
import { chance } from '../../functions/runtime/chance.ts';
import { announce } from '../../functions/store/event-writes.ts';
import { invoiceWrite, readInvoice } from '../../functions/store/invoice-rows.ts';
import { type MemoryTableHooks, memoryTable } from '../../functions/store/memory-table.ts';
import { DomainEvent } from '../../shared/domain/events.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { invoiceNumber } from '../../shared/domain/invoice-number.ts';

const at = Date.UTC(2026, 4, 4, 3, 5);
const instance = (table: ReturnType<typeof memoryTable>) => ({
  table,
  chance: { ...chance, pause: async () => undefined },
});

const invoiceOf = (memberId: string, state: Invoice['state']): Invoice => ({
  invoiceId: chance.newId('invoice', at),
  memberId,
  cause: { kind: 'order' },
  currency: 'EUR',
  lines: [{ subject: { kind: 'item', text: 'Towel' }, net: 1000, tax: 0, gross: 1000 }],
  total: 1000,
  creditApplied: 0,
  seller: { name: 'Salon aurora' },
  issuedAt: at,
  issuedOn: '2026-05-04',
  state,
  attempts: [],
  refunds: [],
  grants: [],
});

/** Invoices as the engine leaves them: paid at once, open, or opened and paid later. */
async function salon(
  kinds: readonly ('paid' | 'open' | 'paid_later')[],
  hooks: MemoryTableHooks = {},
  slug = 'aurora',
) {
  const table = memoryTable(hooks);
  const events: DomainEvent[] = [];
  const memberId = chance.newId('member', at);
  const event = (type: DomainEvent['type'], invoiceId: string): DomainEvent => ({
    eventId: chance.newId('event', at),
    type,
    business: slug,
    memberId,
    actor: { kind: 'system', job: 'bill-memberships' },
    at,
    requestId: 'request-1',
    subject: { invoiceId },
  });
  for (const kind of kinds) {
    const invoice = invoiceOf(memberId, kind === 'open' ? 'open' : 'paid');
    const first = event(kind === 'paid' ? 'invoice.paid' : 'invoice.issued', invoice.invoiceId);
    const later = kind === 'paid_later' ? [event('invoice.paid', invoice.invoiceId)] : [];
    await table.commit([invoiceWrite(slug, undefined, invoice, first), ...later.map(announce)]);
    events.push(first, ...later);
  }
  return { table, events, memberId };
}

const batchOf = (events: readonly DomainEvent[]): SQSEvent =>
  ({
    Records: events.map((detail, index) => ({
      messageId: String(index),
      body: JSON.stringify({ time: new Date(detail.at).toISOString(), detail }),
    })),
  }) as unknown as SQSEvent;

const failuresOf = ({ batchItemFailures }: Awaited<ReturnType<typeof numberBatch>>) =>
  batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier));

/** What the table holds now: each invoice's number, the series itself, the receipts that were announced. */
function booksOf(table: ReturnType<typeof memoryTable>) {
  const rows = table.rows();
  const invoices = rows
    .filter(({ sk }) => sk.startsWith('INVOICE#'))
    .map(({ data }) => (data as { invoice: Invoice }).invoice);
  return {
    invoices,
    numbers: invoices.map(({ number }) => number ?? 0).sort((a, b) => a - b),
    places: rows
      .filter(({ sk }) => sk.startsWith('NUMBER#'))
      .map(({ sk, data }) => [Number(sk.slice('NUMBER#'.length)), (data as { invoiceId: string }).invoiceId] as const),
    last: (rows.find(({ sk }) => sk === 'SERIES')?.data as { last: number } | undefined)?.last ?? 0,
    receipts: rows.filter(({ announces }) => announces === 'receipt.ready').map(({ data }) => DomainEvent.parse(data)),
  };
}

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const kind = fc.constantFrom('paid' as const, 'open' as const, 'paid_later' as const);

describe('invoices are numbered', () => {
  // Rule M7: an unbroken series per seller.
  test('from 1 on without a gap and each once, in whatever order, however often and beside whom their events arrive, and wherever a function dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(kind, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })),
        fc.array(fc.constantFrom('before' as const, 'after' as const, undefined, undefined), { maxLength: 40 }),
        fc.scheduler(),
        async (kinds, numbers, crashes, scheduler) => {
          let live = false;
          const faults = [...crashes];
          const dies = (when: 'before' | 'after') => {
            if (!live || faults[0] !== when) return;
            faults.shift();
            throw new Error('gone');
          };
          const { table, events } = await salon(kinds, {
            before: async (call) => {
              if (!live) return;
              await scheduler.schedule(Promise.resolve());
              if (call === 'commit' && faults[0] === undefined) faults.shift();
              if (call === 'commit') dies('before');
            },
            after: (call) => {
              if (call === 'commit') dies('after');
            },
          });
          live = true;
          const next = () => numbers.next().value ?? 0;
          // Every event at least twice, shuffled, in batches that run side by side; what fails comes back.
          let waiting = [...events, ...events].sort(() => (next() % 2) - 0.5);
          for (let round = 0; waiting.length > 0; round += 1) {
            if (round > 60) throw new Error('never done');
            const size = 1 + (next() % 10);
            const batches: DomainEvent[][] = [];
            for (let start = 0; start < waiting.length; start += size) batches.push(waiting.slice(start, start + size));
            const running = Promise.all(batches.map((batch) => numberBatch(instance(table), batchOf(batch))));
            const answers = await scheduler.waitFor(running);
            waiting = answers.flatMap((answer, index) =>
              failuresOf(answer).flatMap((position) => batches[index]?.[position] ?? []),
            );
          }
          live = false;
          const books = booksOf(table);
          expect(books.numbers).toEqual(kinds.map((_, index) => index + 1));
          expect(books.last).toBe(kinds.length);
          expect(new Map(books.places)).toEqual(
            new Map(books.invoices.map(({ number, invoiceId }) => [number, invoiceId])),
          );
          const paid = books.invoices.filter(({ state }) => state === 'paid').map(({ invoiceId }) => invoiceId);
          expect(books.receipts.map(({ subject }) => subject.invoiceId).sort()).toEqual(paid.sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  test('ten of a batch in one transaction, after one look at the books', async () => {
    const { table, events } = await salon(Array.from({ length: 10 }, () => 'paid' as const));
    const before = { ...table.calls };
    expect(failuresOf(await numberBatch(instance(table), batchOf(events)))).toEqual([]);
    expect(table.calls.commit - before.commit).toBe(1);
    expect(table.calls.read - before.read).toBe(1);
  });

  test('and one whose message is damaged does not stand in the way of the others', async () => {
    const { table, events, memberId } = await salon(['paid', 'paid']);
    const [first, second] = events;
    if (!first || !second) throw new Error('two events were made');
    const unknown = { ...first, subject: { invoiceId: chance.newId('invoice', at) } };
    const nameless = { ...first, subject: {} };
    const answer = await numberBatch(instance(table), batchOf([unknown, first, nameless, second]));
    expect(failuresOf(answer)).toEqual([0, 2]);
    expect(booksOf(table).numbers).toEqual([1, 2]);
    expect(memberId).toBe(booksOf(table).receipts[0]?.memberId);
  });

  test('and keep their number when they are paid later; the receipt says who paid', async () => {
    const { table, events, memberId } = await salon(['open']);
    const [issued] = events;
    if (!issued) throw new Error('an event was made');
    const invoiceId = String(issued.subject.invoiceId);
    await numberBatch(instance(table), batchOf([issued]));
    expect(booksOf(table).receipts).toEqual([]);
    const open = await readInvoice(table, 'aurora', memberId, invoiceId);
    if (!open) throw new Error('the invoice is there');
    const paid: DomainEvent = {
      ...issued,
      eventId: chance.newId('event', at),
      type: 'invoice.paid',
      actor: { kind: 'member', memberId },
    };
    await table.commit([invoiceWrite('aurora', open, { ...open.value, state: 'paid' }, paid), announce(paid)]);
    await numberBatch(instance(table), batchOf([paid]));
    expect(booksOf(table).numbers).toEqual([1]);
    expect(booksOf(table).receipts).toMatchObject([{ subject: { invoiceId }, actor: { kind: 'member', memberId } }]);
  });

  test('for each business on its own', async () => {
    const { table, events } = await salon(['paid', 'open']);
    const other = invoiceOf(chance.newId('member', at), 'open');
    const [first] = events;
    if (!first) throw new Error('an event was made');
    const elsewhere = {
      ...first,
      eventId: chance.newId('event', at),
      type: 'invoice.issued' as const,
      business: 'borealis',
      memberId: other.memberId,
      subject: { invoiceId: other.invoiceId },
    };
    await table.commit([invoiceWrite('borealis', undefined, other, elsewhere)]);
    await numberBatch(instance(table), batchOf([...events, elsewhere]));
    expect(booksOf(table).numbers).toEqual([1, 1, 2]);
  });
});

test('a number is read with the business’s name', () => {
  expect(invoiceNumber('aurora', 123)).toBe('AURORA-000123');
});
