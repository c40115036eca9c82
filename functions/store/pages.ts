import type { Page, QueryRequest, Row, Table } from './table.ts';

/** Lines of a page unless asked otherwise; the contract allows 100 at most. */
const usualPage = 25;

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * One page of a partition, newest first unless told. The cursor is the last sort key, encoded: it names no partition, so
 * a cursor from elsewhere can at most begin at another place of the caller's own list.
 */
export async function loadPage(
  table: Table,
  list: Pick<QueryRequest, 'pk' | 'prefix' | 'newestFirst'>,
  asked: PageRequest,
): Promise<{ rows: readonly Row[]; cursor?: string }> {
  const after = asked.cursor === undefined ? undefined : decode(asked.cursor, list.prefix ?? '');
  const page: Page = await table.query({
    ...list,
    limit: asked.limit ?? usualPage,
    ...(after === undefined ? {} : { after }),
  });
  return { rows: page.rows, ...(page.next === undefined ? {} : { cursor: encode(page.next) }) };
}

const encode = (sortKey: string): string => Buffer.from(sortKey, 'utf8').toString('base64url');

/** A cursor that does not belong to the list starts it from the beginning. */
function decode(cursor: string, prefix: string): string | undefined {
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  return sortKey.startsWith(prefix) && sortKey.length > prefix.length ? sortKey : undefined;
}
