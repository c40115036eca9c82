import { membershipWrite } from '../../functions/store/membership-writes.ts';
import { profileWrites } from '../../functions/store/profile-row.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { type BillingTestWorld, slug } from './billing-world.ts';

/** More clients of a billing world, by number. */
export const named = (n: number) => `mbr_01JAC${String(n).padStart(21, '0')}`;
export const theirs = (n: number) => `msh_01JAC${String(n).padStart(21, '0')}`;

/** A client whose membership is paid at the desk; what is not usual about it is changed. */
export async function join(
  world: BillingTestWorld,
  n: number,
  change: Partial<Membership> = {},
  person: Partial<Profile> = {},
): Promise<void> {
  const { plan, business } = world;
  const at = world.now();
  const today = localDateOf(at, business.timeZone);
  const ids = { memberId: named(n), membershipId: theirs(n) };
  const membership = { ...enrol({ ...ids, plan, startsOn: today, today, at, existing: [] }), ...change };
  const profile = {
    memberId: named(n),
    firstName: `Client${n}`,
    lastName: 'Other',
    createdOn: today,
    logins: [],
    ...person,
  };
  await world.table.commit([
    ...profileWrites(slug, undefined, profile),
    membershipWrite(undefined, membership, { slug, terms: { plan, business }, today, tzdata: '2026a' }),
  ]);
}
