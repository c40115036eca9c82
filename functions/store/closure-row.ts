import * as z from 'zod/mini';
import { Closure, ClosureExclusion } from '../../shared/domain/closure.ts';
import { MemberId, MembershipId } from '../../shared/domain/ids.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/** Memberships that are named with the reason why they are not paused; all of them are counted. */
export const mostNamed = 100;

const NamedExclusion = z.strictObject({ memberId: MemberId, membershipId: MembershipId, why: ClosureExclusion });
export type NamedExclusion = z.infer<typeof NamedExclusion>;

/** The newest closure of a business, and how far going through everybody has come. */
export const ClosureRow = z.strictObject({
  ...Closure.shape,
  /** The row of Contacts after which to go on. */
  after: z.optional(z.string()),
  named: z.array(NamedExclusion).check(z.maxLength(mostNamed)),
});
export type ClosureRow = z.infer<typeof ClosureRow>;

export async function readClosure(table: Table, slug: string): Promise<Stored<ClosureRow> | undefined> {
  const [row] = await table.read([keys.closure(slug)]);
  return row && parseRow(ClosureRow, row);
}

/** `dueAt` is when the job goes on with it, in milliseconds; undefined when nothing is left to do. */
export function closureWrite(
  slug: string,
  before: Stored<ClosureRow> | undefined,
  after: ClosureRow,
  dueAt: number | undefined,
): Write {
  const place = dueAt === undefined ? {} : placeOnDueIndex('CLOSURE', dueAt, slug, slug);
  const row = rowOf(keys.closure(slug), after, place);
  return before === undefined ? insert(row) : replace(row, before.version);
}
