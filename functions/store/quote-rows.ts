import * as z from 'zod/mini';
import { Attempt } from '../../shared/domain/invoice.ts';
import { PlanChangeQuote } from '../../shared/domain/plan-quote.ts';
import { Instant, LocalDate } from '../../shared/domain/time.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/** A quote with what became of it. */
export const QuoteRow = z.strictObject({
  quote: PlanChangeQuote,
  /** The bill after the change as it was shown, in minor units. */
  next: z.optional(z.strictObject({ on: LocalDate, amount: z.int() })),
  /** When somebody said yes. */
  confirmedAt: z.optional(Instant),
  outcome: z.optional(z.enum(['done', 'declined'])),
  /** The try of the card that it led to. */
  attempt: z.optional(Attempt),
});
export type QuoteRow = z.infer<typeof QuoteRow>;

/** Milliseconds for which a quote is remembered: as long as a card's tries are counted (rule D3). */
const kept = 31 * 24 * 3_600_000;

const rowFor = (slug: string, memberId: string, value: QuoteRow) =>
  rowOf(keys.quote(slug, memberId, value.quote.quoteId), value, {
    ttl: Math.floor((value.quote.madeAt + kept) / 1000),
  });

export const insertQuote = (slug: string, memberId: string, value: QuoteRow): Write =>
  insert(rowFor(slug, memberId, value));

export const replaceQuote = (slug: string, memberId: string, before: Stored<QuoteRow>, after: QuoteRow): Write =>
  replace(rowFor(slug, memberId, after), before.version);

/** Undefined when it is forgotten, or never was. */
export async function readQuote(
  table: Table,
  slug: string,
  memberId: string,
  quoteId: string,
): Promise<Stored<QuoteRow> | undefined> {
  const [row] = await table.read([keys.quote(slug, memberId, quoteId)]);
  return row && parseRow(QuoteRow, row);
}

/** The tries of quotes that a member's cards have said no to, as far as they still count. */
export async function declinedOfQuotes(table: Table, slug: string, memberId: string): Promise<Attempt[]> {
  const { rows } = await table.query({ pk: partitions.member(slug, memberId), prefix: prefixes.quote });
  return rows.flatMap((row) => {
    const { outcome, attempt } = parseRow(QuoteRow, row).value;
    return outcome === 'declined' && attempt !== undefined ? [attempt] : [];
  });
}
