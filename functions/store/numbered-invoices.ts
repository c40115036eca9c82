import type { Invoice } from '../../shared/domain/invoice.ts';
import { invoiceOf } from './invoice-rows.ts';
import { readPlaces, readSeries } from './invoice-series.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** A place in the series, and the invoice that has it; undefined when there is none, which is damage. */
export interface NumberedInvoice {
  readonly number: number;
  readonly invoice: Invoice | undefined;
}

/** The most that one read takes. */
const pageSize = 100;

/** A business's invoices by their numbers: those that are asked for, then all after `last`, two reads for a hundred. */
export async function* numberedInvoices(
  table: Table,
  slug: string,
  asked: readonly number[],
  last: number,
): AsyncGenerator<NumberedInvoice> {
  const newest = (await readSeries(table, slug, [])).series.value.last;
  const fresh = Array.from({ length: Math.max(0, newest - last) }, (_, index) => last + 1 + index);
  const numbers = [...asked, ...fresh];
  for (let start = 0; start < numbers.length; start += pageSize) {
    yield* await readNumbered(table, slug, numbers.slice(start, start + pageSize));
  }
}

async function readNumbered(table: Table, slug: string, numbers: readonly number[]): Promise<NumberedInvoice[]> {
  const places = await readPlaces(table, slug, numbers);
  const invoiceKeys = places.map((place) => place && keys.invoice(slug, place.value.memberId, place.value.invoiceId));
  const wanted = invoiceKeys.filter((key) => key !== undefined);
  const rows = wanted.length === 0 ? [] : await table.read(wanted);
  return numbers.map((number, index) => {
    const key = invoiceKeys[index];
    const row = key && rows[wanted.indexOf(key)];
    return { number, invoice: row && invoiceOf(row).value };
  });
}
