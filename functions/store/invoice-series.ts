import * as z from 'zod/mini';
import { EventId, InvoiceId, MemberId } from '../../shared/domain/ids.ts';
import { invoiceOf, type StoredInvoice } from './invoice-rows.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

const Series = z.strictObject({ last: z.int().check(z.minimum(0)) });
type Series = z.infer<typeof Series>;

/** Which invoice has a number, and the event that announced its receipt, so that no second one ever is. */
const Place = z.strictObject({ invoiceId: InvoiceId, memberId: MemberId, receipt: z.optional(EventId) });
export type Place = z.infer<typeof Place>;

/** Names one invoice of a business. */
export type InvoiceName = Pick<Place, 'memberId' | 'invoiceId'>;

/** The last number that was given (version 0 before the first), and the invoices in the order that they were named in. */
export interface LoadedSeries {
  readonly series: Stored<Series>;
  readonly invoices: readonly StoredInvoice[];
}

/** One read of at most 99 invoices beside the series. Throws for an invoice that does not exist. */
export async function readSeries(table: Table, slug: string, names: readonly InvoiceName[]): Promise<LoadedSeries> {
  const [series, ...rows] = await table.read([
    keys.invoiceSeries(slug),
    ...names.map(({ memberId, invoiceId }) => keys.invoice(slug, memberId, invoiceId)),
  ]);
  const invoices = rows.map((row, index) => {
    if (!row) throw new Error(`there is no invoice ${names[index]?.invoiceId}`);
    return invoiceOf(row);
  });
  return { series: series ? parseRow(Series, series) : { value: { last: 0 }, version: 0 }, invoices };
}

/** The write that makes `last` the last number; whoever numbered meanwhile wins, and this one reads again. */
export function seriesWrite(slug: string, before: Stored<Series>, last: number): Write {
  const row = rowOf(keys.invoiceSeries(slug), { last } satisfies Series);
  return before.version === 0 ? insert(row) : replace(row, before.version);
}

/** The places of numbers that were given; undefined for one that was not. */
export async function readPlaces(
  table: Table,
  slug: string,
  numbers: readonly number[],
): Promise<(Stored<Place> | undefined)[]> {
  if (numbers.length === 0) return [];
  const rows = await table.read(numbers.map((number) => keys.invoiceNumber(slug, number)));
  return rows.map((row) => row && parseRow(Place, row));
}

/** The write of a number's place; a number that is taken cannot be given again. */
export function placeWrite(slug: string, number: number, before: Stored<Place> | undefined, after: Place): Write {
  const row = rowOf(keys.invoiceNumber(slug, number), after);
  return before === undefined ? insert(row) : replace(row, before.version);
}
