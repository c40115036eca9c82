import type { MoveView, StatementView } from '../../shared/contract/views.ts';
import { statementsOf } from '../../shared/domain/statement.ts';
import type { Move } from '../../shared/domain/statement-moves.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, newestPlans } from '../store/configuration.ts';
import { partitions, prefixes } from '../store/keys.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';
import { entriesOf } from './credit-view.ts';
import { userNames } from './user-names.ts';

/** Entries that are told at most: years of a busy client. What was before them is the opening. */
export const mostToldEntries = 200;

/** Why each number of a member is what it is (one query, and one read where others use the membership too). What was written after the snapshot is not in it. */
export async function statementViews(
  table: Table,
  slug: string,
  member: MemberSnapshot,
  today: LocalDate,
  configuration: Configuration,
): Promise<StatementView[]> {
  const account = member.account.value;
  const { memberId } = member.profile;
  const { rows } = await table.query({
    pk: partitions.member(slug, memberId),
    prefix: prefixes.entry,
    newestFirst: true,
    limit: mostToldEntries,
  });
  const entries = entriesOf(rows, account).map(({ entry }) => entry);
  const names = await userNames(table, slug, entries);
  return statementsOf(account, entries.reverse(), today).map(({ kind, serviceIds, moves, ...numbers }) => ({
    kind,
    serviceIds: [...serviceIds],
    ...numbers,
    moves: moves.map((move) => named(move, configuration, names)),
  }));
}

function named(
  { locationId, planId, usedBy, ...move }: Move,
  configuration: Configuration,
  names: ReadonlyMap<string, string>,
): MoveView {
  const place = placeName(locationId, configuration);
  const plan = newestPlans(configuration).find((version) => version.planId === planId)?.name;
  const by = usedBy === undefined ? undefined : names.get(usedBy);
  return {
    ...move,
    ...(by === undefined ? {} : { usedBy: by }),
    ...(place === undefined ? {} : { place }),
    ...(plan === undefined ? {} : { plan }),
  };
}

/** The name of the place where something was used, also of one that is closed by now. */
export const placeName = (locationId: string | undefined, { locations }: Configuration): string | undefined =>
  locations.find(({ value }) => value.locationId === locationId)?.value.name;
