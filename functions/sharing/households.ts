import type { Household, PersonName } from '../../shared/contract/views.ts';
import { fullName } from '../../shared/domain/member.ts';
import { isOver, type Membership } from '../../shared/domain/membership.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, planVersionOf } from '../store/configuration.ts';
import { keys } from '../store/keys.ts';
import { ProfileRow } from '../store/profile-row.ts';
import { parseRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';

/** Who shares the memberships that can be shared, or still are. Reads names only where somebody does. */
export async function households(
  table: Table,
  slug: string,
  memberships: readonly Membership[],
  configuration: Configuration,
  today: LocalDate,
): Promise<Household[]> {
  const ids = [
    ...new Set(memberships.flatMap(({ beneficiaries = [] }) => beneficiaries.map(({ memberId }) => memberId))),
  ];
  const rows = ids.length === 0 ? [] : await table.read(ids.map((memberId) => keys.profile(slug, memberId)));
  const names = new Map<string, string>();
  for (const row of rows) {
    if (!row) continue;
    const { profile } = parseRow(ProfileRow, row).value;
    names.set(profile.memberId, fullName(profile));
  }
  const named = ({ memberId }: { memberId: string }): PersonName => ({ memberId, name: names.get(memberId) ?? '—' });
  return memberships.flatMap((membership) => {
    const { beneficiaries = [], membershipId, planId, planVersion } = membership;
    const sharing = planVersionOf(configuration, planId, planVersion)?.sharing;
    if (beneficiaries.length === 0 && (sharing === undefined || isOver(membership, today))) return [];
    const { unitsPerPeriod, people: most = 0 } = sharing ?? {};
    return {
      membershipId,
      most,
      ...(unitsPerPeriod === undefined ? {} : { unitsPerPeriod }),
      people: beneficiaries.map(named),
    };
  });
}

/** Who shares one membership after a change to it. */
export async function householdOf(
  table: Table,
  membership: Membership,
  given: { slug: string; configuration: Configuration; today: LocalDate },
): Promise<Household> {
  const { slug, configuration, today } = given;
  const [household] = await households(table, slug, [membership], configuration, today);
  return household ?? { membershipId: membership.membershipId, most: 0, people: [] };
}
