import * as z from 'zod/mini';
import { startOfDay } from '../../shared/domain/calendar.ts';
import { Estimate } from '../../shared/domain/estimate.ts';
import { ListedEstimate, listedEstimate, unlistedFrom } from '../../shared/domain/estimate-list.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, type NewRow, type Row, replace, type Table, type Write } from './table.ts';

const Series = z.strictObject({ last: z.int().check(z.minimum(0)) });

/** The last number of a business's estimates; version 0 before the first. */
export type EstimateSeries = Stored<z.infer<typeof Series>>;

export async function readEstimateSeries(table: Table, slug: string): Promise<EstimateSeries> {
  const [row] = await table.read([keys.estimateSeries(slug)]);
  return row ? parseRow(Series, row) : { value: { last: 0 }, version: 0 };
}

/** Takes the next number; of two estimates that are written at once one reads again. */
export function nextNumberWrite(slug: string, { value, version }: EstimateSeries): Write {
  const row = rowOf(keys.estimateSeries(slug), { last: value.last + 1 });
  return version === 0 ? insert(row) : replace(row, version);
}

/** An estimate as it was read, with its place in the business's list, which may have left it. */
export interface StoredEstimate extends Stored<Estimate> {
  readonly listed: Row | undefined;
}

/** The one way to write an estimate: with its place in the list. `today` is the business's day of the change. */
export function estimateWrites(
  slug: string,
  before: StoredEstimate | undefined,
  after: Estimate,
  today: LocalDate,
): Write[] {
  const { memberId, estimateId } = after;
  return [
    write(rowOf(keys.estimate(slug, memberId, estimateId), after), before),
    listWrite(slug, estimateId, before?.listed, listedEstimate(after, today)),
  ];
}

/** Takes an estimate whose invoice was settled off the list; `listed` is its place there. */
export const unlistWrite = (slug: string, estimateId: string, listed: Row, today: LocalDate): Write =>
  listWrite(slug, estimateId, listed, { ...parseRow(ListedEstimate, listed).value, state: 'over', since: today });

function listWrite(slug: string, estimateId: string, before: Row | undefined, after: ListedEstimate): Write {
  const until = unlistedFrom(after);
  const ttl = until === undefined ? {} : { ttl: startOfDay(until, 'UTC') / 1000 };
  return write(rowOf(keys.listedEstimate(slug, estimateId), after, ttl), before);
}

const write = (row: NewRow, before: { readonly version: number } | undefined): Write =>
  before === undefined ? insert(row) : replace(row, before.version);

/** Undefined when the member has no such estimate. */
export async function readEstimate(
  table: Table,
  slug: string,
  memberId: string,
  estimateId: string,
): Promise<StoredEstimate | undefined> {
  const [row, listed] = await table.read([
    keys.estimate(slug, memberId, estimateId),
    keys.listedEstimate(slug, estimateId),
  ]);
  return row && { ...parseRow(Estimate, row), listed };
}

/** All estimates of a member, newest first; their names sort by time. Read whole: a member has a few. */
export async function listEstimates(table: Table, slug: string, memberId: string): Promise<Estimate[]> {
  const { rows } = await table.query({
    pk: partitions.member(slug, memberId),
    prefix: prefixes.estimate,
    newestFirst: true,
  });
  return rows.map((row) => parseRow(Estimate, row).value);
}
