import * as z from 'zod/mini';
import { Estimate } from '../../shared/domain/estimate.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

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

/** The write of an estimate: a new one, or a newer state of one that was read. */
export function estimateWrite(slug: string, before: Stored<Estimate> | undefined, after: Estimate): Write {
  const row = rowOf(keys.estimate(slug, after.memberId, after.estimateId), after);
  return before === undefined ? insert(row) : replace(row, before.version);
}

/** Undefined when the member has no such estimate. */
export async function readEstimate(
  table: Table,
  slug: string,
  memberId: string,
  estimateId: string,
): Promise<Stored<Estimate> | undefined> {
  const [row] = await table.read([keys.estimate(slug, memberId, estimateId)]);
  return row && parseRow(Estimate, row);
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
