import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';
import { Invoice } from '../../shared/domain/invoice.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, type NewRow, type Row, replace, type Table, type Write } from './table.ts';

/** An invoice's row announces itself: one item instead of two in the transaction of a renewal. */
const InvoiceRow = z.strictObject({ invoice: Invoice, event: DomainEvent });

/** An invoice as it was read, with the event that its row carries. */
export interface StoredInvoice extends Stored<Invoice> {
  readonly event: DomainEvent;
}

export function invoiceOf(row: Row): StoredInvoice {
  const { value, version } = parseRow(InvoiceRow, row);
  return { value: value.invoice, event: value.event, version };
}

/** The write of an invoice: a new one with the event that announces it, or a newer state of one that was read. */
export function invoiceWrite(
  slug: string,
  before: StoredInvoice | undefined,
  after: Invoice,
  event: DomainEvent,
): Write {
  const announced = before?.event ?? event;
  const row = rowOf(
    keys.invoice(slug, after.memberId, after.invoiceId),
    { invoice: after, event: announced },
    { announces: announced.type, ...placeOfRefunds(slug, after) },
  );
  return before === undefined ? insert(row) : replace(row, before.version);
}

/** Milliseconds after which a refund without an end is looked into (rule I6). */
const refundLookedIntoAfter = 3_600_000;

/** While a refund is pending its invoice stands on the due index, so that somebody finishes it. */
function placeOfRefunds(slug: string, { invoiceId, refunds }: Invoice): Pick<NewRow, 'duePk' | 'dueAt'> {
  const pending = refunds.find(({ state }) => state === 'pending');
  return pending === undefined ? {} : placeOnDueIndex('REFUND', pending.at + refundLookedIntoAfter, slug, invoiceId);
}

/** Undefined when the member has no such invoice. */
export async function readInvoice(
  table: Table,
  slug: string,
  memberId: string,
  invoiceId: string,
): Promise<StoredInvoice | undefined> {
  const [row] = await table.read([keys.invoice(slug, memberId, invoiceId)]);
  return row && invoiceOf(row);
}

/**
 * All invoices of a member, newest first. Read whole and sorted here: they are named after what they are for, so that
 * the same bill cannot exist twice, and a member has a dozen a year.
 */
export async function listInvoices(table: Table, slug: string, memberId: string): Promise<StoredInvoice[]> {
  const { rows } = await table.query({ pk: partitions.member(slug, memberId), prefix: prefixes.invoice });
  return rows
    .map(invoiceOf)
    .sort((a, b) => b.value.issuedAt - a.value.issuedAt || b.value.invoiceId.localeCompare(a.value.invoiceId));
}

/** The invoices of what was offered to a member, of which they have a few, if any. */
export async function listOrders(table: Table, slug: string, memberId: string): Promise<Invoice[]> {
  const { rows } = await table.query({ pk: partitions.member(slug, memberId), prefix: prefixes.order });
  return rows.map((row) => invoiceOf(row).value);
}
