import type { ClosureView } from '../../shared/contract/staff/closure-operations.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { isClosureOver } from '../../shared/domain/closure.ts';
import { fullName } from '../../shared/domain/member.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { ClosureRow } from '../store/closure-row.ts';
import type { Configuration } from '../store/configuration.ts';
import { keys } from '../store/keys.ts';
import { ProfileRow } from '../store/profile-row.ts';
import { parseRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';

/** The closure as the owner sees it, with the names of those who are not paused. */
export async function closureView(
  table: Table,
  configuration: Configuration,
  closure: ClosureRow,
  today: LocalDate,
): Promise<ClosureView> {
  const { from, until, plannedAt, plannedBy, state, expected, count, named } = closure;
  const { slug } = configuration.business.value;
  const rows = named.length === 0 ? [] : await table.read(named.map(({ memberId }) => keys.profile(slug, memberId)));
  const isOver = isClosureOver(closure, today);
  const planner = configuration.staff.find(({ value }) => value.staffId === plannedBy)?.value.name;
  return {
    from,
    lastDay: addDays(until, -1),
    plannedAt,
    ...(planner === undefined ? {} : { plannedBy: planner }),
    state,
    expected,
    count,
    mayUndo: from > today && state !== 'undoing' && state !== 'undone',
    isOver,
    excluded: named.flatMap(({ memberId, why }, position) => {
      const row = rows[position];
      return row ? [{ memberId, name: fullName(parseRow(ProfileRow, row).value.profile), why }] : [];
    }),
  };
}
