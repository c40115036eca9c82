import * as z from 'zod/mini';
import { keys } from './keys.ts';
import { parseRow, rowOf } from './stored.ts';
import { insert, replace, type Table, WriteConflict } from './table.ts';

const Pace = z.strictObject({ nextAt: z.number() });

/** Requests that may have to wait behind each other before somebody gives up. */
const mostTries = 50;

/**
 * Reserves `count` turns in a row at an account of the provider, `perSecond` of them a second, and answers the
 * milliseconds until the first. Everybody who asks shares one row, so all together keep the pace. `now` is the wall
 * clock in milliseconds: the provider's limit does not know the business's time. Throws when the row stays contended.
 */
export async function reserveTurns(
  table: Table,
  accountId: string,
  count: number,
  perSecond: number,
  now: () => number,
): Promise<number> {
  const key = keys.pace(accountId);
  for (let tryNumber = 1; tryNumber <= mostTries; tryNumber += 1) {
    const [row] = await table.read([key]);
    const at = now();
    const first = Math.max(at, row ? parseRow(Pace, row).value.nextAt : 0);
    const written = rowOf(key, { nextAt: Math.round(first + (count * 1000) / perSecond) });
    try {
      await table.commit([row ? replace(written, row.version) : insert(written)]);
      return first - at;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
  throw new Error(`no turn at ${accountId} after ${mostTries} tries`);
}
