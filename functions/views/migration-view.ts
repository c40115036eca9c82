import type { MigrationView } from '../../shared/contract/staff/migration-operations.ts';
import { fullName } from '../../shared/domain/member.ts';
import { isMigrationWaiting } from '../../shared/domain/migration.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import { keys } from '../store/keys.ts';
import type { MigrationRow } from '../store/migration-row.ts';
import { ProfileRow } from '../store/profile-row.ts';
import { parseRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';

/** A move to a new version as who manages the plans sees it, with the names of those who are left out. */
export async function migrationView(
  table: Table,
  configuration: Configuration,
  migration: MigrationRow,
  today: LocalDate,
): Promise<MigrationView> {
  const { version, from, startedAt, startedBy, state, seen, count, firstBill, lastBill, named } = migration;
  const { slug } = configuration.business.value;
  const rows = named.length === 0 ? [] : await table.read(named.map(({ memberId }) => keys.profile(slug, memberId)));
  const starter = configuration.staff.find(({ value }) => value.staffId === startedBy)?.value.name;
  return {
    ...{ version, from, startedAt, state, seen, count },
    ...(firstBill === undefined ? {} : { firstBill }),
    ...(lastBill === undefined ? {} : { lastBill }),
    ...(starter === undefined ? {} : { startedBy: starter }),
    mayUndo: state === 'checking' || state === 'moving' || isMigrationWaiting(migration, today),
    excluded: named.flatMap((one, position) => {
      const row = rows[position];
      return row ? [{ ...one, name: fullName(parseRow(ProfileRow, row).value.profile) }] : [];
    }),
  };
}
