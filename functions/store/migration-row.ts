import * as z from 'zod/mini';
import { MemberId, MembershipId } from '../../shared/domain/ids.ts';
import { Migration } from '../../shared/domain/migration.ts';
import { VersionExclusion } from '../../shared/domain/version-exclusion.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/** Memberships that are named with the reason why they are not moved; all of them are counted. */
export const mostNotMoving = 100;

const NamedNotMoving = z.strictObject({ memberId: MemberId, membershipId: MembershipId, why: VersionExclusion });
export type NamedNotMoving = z.infer<typeof NamedNotMoving>;

/** The newest move of a plan's members to a new version, and how far going through everybody has come. */
export const MigrationRow = z.strictObject({
  ...Migration.shape,
  /** The row of Contacts after which to go on. */
  after: z.optional(z.string()),
  /** How often everybody was gone through once more for those who were being charged. */
  again: z.optional(z.int()),
  named: z.array(NamedNotMoving).check(z.maxLength(mostNotMoving)),
});
export type MigrationRow = z.infer<typeof MigrationRow>;

export async function readMigration(
  table: Table,
  slug: string,
  planId: string,
): Promise<Stored<MigrationRow> | undefined> {
  const [row] = await table.read([keys.migration(slug, planId)]);
  return row && parseRow(MigrationRow, row);
}

/** `dueAt` is when the job goes on with it, in milliseconds; undefined when nothing is left to do. */
export function migrationWrite(
  slug: string,
  before: Stored<MigrationRow> | undefined,
  after: MigrationRow,
  dueAt: number | undefined,
): Write {
  const place = dueAt === undefined ? {} : placeOnDueIndex('MIGRATION', dueAt, slug, after.planId);
  const row = rowOf(keys.migration(slug, after.planId), after, place);
  return before === undefined ? insert(row) : replace(row, before.version);
}
