import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { DomainEvent } from '../../shared/domain/events.ts';
import { InvoiceId, MemberId } from '../../shared/domain/ids.ts';
import { type Invoice, isAwaited } from '../../shared/domain/invoice.ts';
import { type Done, runBatch } from '../jobs/queue-batch.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import type { Instance } from '../runtime/instance.ts';
import { change, type Outcome } from '../store/change.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceWrite, type StoredInvoice } from '../store/invoice-rows.ts';
import {
  type InvoiceName,
  type Place,
  placeWrite,
  readPlaces,
  readSeries,
  seriesWrite,
} from '../store/invoice-series.ts';
import type { Stored } from '../store/stored.ts';
import type { Write } from '../store/table.ts';
import { Envelope } from './envelope.ts';

/** An invoice of one business that was issued or paid. `at` is the event's instant, in milliseconds. */
interface Asked extends InvoiceName {
  readonly event: DomainEvent;
  readonly at: number;
}

/** What came of an invoice, and its number. */
type Numbered = Done & { readonly outcome: 'numbered' | 'receipt_ready' | 'nothing_to_do'; readonly number: number };

/**
 * Gives each invoice that has none the next number of the business, and announces the receipt of each that was paid and
 * the bill of each order that was not: in one transaction with the series, so that numbers are neither left out nor
 * given twice, and receipts go out once, whatever crashes, comes again or comes late (rule M7). Answers by invoice. At
 * most 24 invoices.
 */
export function numberInvoices(
  { table, chance }: Instance,
  slug: string,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Numbered>> {
  const byInvoice = new Map<string, Asked>();
  for (const one of asked) {
    // Of several events of one invoice, the one that calls for a receipt says it all.
    if (!byInvoice.has(one.invoiceId) || one.event.type === 'invoice.paid') byInvoice.set(one.invoiceId, one);
  }
  const wanted = [...byInvoice.values()];
  const announced = ({ event, at }: Asked, type: 'receipt.ready' | 'invoice.ready'): DomainEvent => ({
    ...event,
    eventId: chance.newId('event', at),
    type,
    at,
  });
  const newReceipt = (one: Asked, invoice: Invoice): DomainEvent => {
    const receipt = announced(one, 'receipt.ready');
    return isAwaited(invoice) ? { ...receipt, subject: { ...receipt.subject, awaited: 1 } } : receipt;
  };
  return change<ReadonlyMap<string, Numbered>>(
    table,
    async () => {
      const { series, invoices } = await readSeries(table, slug, wanted);
      const given = invoices.flatMap(({ value: { number } }) => (number === undefined ? [] : [number]));
      const places = await readPlaces(table, slug, given);
      const placeOf = (number: number) => places[given.indexOf(number)];
      return decide(slug, series, wanted, invoices, { placeOf, newReceipt, announced });
    },
    { pause: chance.pause },
  );
}

function decide(
  slug: string,
  series: Parameters<typeof seriesWrite>[1],
  wanted: readonly Asked[],
  invoices: readonly StoredInvoice[],
  given: {
    readonly placeOf: (number: number) => Stored<Place> | undefined;
    readonly newReceipt: (asked: Asked, invoice: Invoice) => DomainEvent;
    readonly announced: (asked: Asked, type: 'invoice.ready') => DomainEvent;
  },
): Outcome<ReadonlyMap<string, Numbered>> {
  const writes: Write[] = [];
  const reply = new Map<string, Numbered>();
  let { last } = series.value;
  for (const [index, asked] of wanted.entries()) {
    const stored = invoices[index];
    if (!stored) continue;
    const isNew = stored.value.number === undefined;
    if (isNew) last += 1;
    const number = stored.value.number ?? last;
    const place = given.placeOf(number);
    const isPaid = asked.event.type === 'invoice.paid' && stored.value.state === 'paid';
    const receipt = isPaid && place?.value.receipt === undefined ? given.newReceipt(asked, stored.value) : undefined;
    const { invoiceId, memberId } = asked;
    if (isNew) writes.push(invoiceWrite(slug, stored, { ...stored.value, number }, stored.event));
    if (isNew || receipt) {
      const after: Place = { invoiceId, memberId, ...(receipt === undefined ? {} : { receipt: receipt.eventId }) };
      writes.push(placeWrite(slug, number, place, after));
    }
    if (receipt) writes.push(announce(receipt));
    if (isNew && isAsked(stored.value)) writes.push(announce(given.announced(asked, 'invoice.ready')));
    reply.set(invoiceId, { outcome: receipt ? 'receipt_ready' : isNew ? 'numbered' : 'nothing_to_do', number });
  }
  return { writes: last > series.value.last ? [seriesWrite(slug, series, last), ...writes] : writes, reply };
}

/** An order is to be paid by somebody who has not seen the bill yet; a membership’s is told of by its tries. */
const isAsked = ({ cause, state }: Invoice): boolean => cause.kind === 'order' && state === 'open';

function read(body: string): Asked {
  const { time, detail: event } = Envelope.parse(JSON.parse(body));
  const memberId = MemberId.parse(event.memberId);
  const invoiceId = InvoiceId.parse(event.subject.invoiceId);
  return { event, at: Date.parse(time), memberId, invoiceId };
}

/** Numbers the invoices of a batch: those of one business together, or each alone when one of them stands in the way. */
export async function numberBatch(instance: Instance, batch: SQSEvent): Promise<SQSBatchResponse> {
  const together = await numberTogether(instance, batch);
  return runBatch('number-invoices', batch, async (body) => {
    const asked = read(body);
    const { business } = asked.event;
    const numbered = together.get(business) ?? (await numberInvoices(instance, business, [asked]));
    return { outcome: 'nothing_to_do', business, invoiceId: asked.invoiceId, ...numbered.get(asked.invoiceId) };
  });
}

async function numberTogether(instance: Instance, { Records }: SQSEvent) {
  const askedBy = new Map<string, Asked[]>();
  for (const { body } of Records) {
    try {
      const asked = read(body);
      const { business } = asked.event;
      askedBy.set(business, [...(askedBy.get(business) ?? []), asked]);
    } catch {
      // It is read again alone, and fails alone.
    }
  }
  const numbered = new Map<string, ReadonlyMap<string, Numbered>>();
  for (const [slug, asked] of askedBy) {
    try {
      numbered.set(slug, await numberInvoices(instance, slug, asked));
    } catch {
      // Each is tried again alone.
    }
  }
  return numbered;
}

let instance: Instance | undefined;

/** Lambda entry, behind the queue of invoices that were issued or paid. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  instance ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), chance };
  return numberBatch(instance, event);
}
