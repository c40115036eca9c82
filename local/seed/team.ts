import { Role } from '../../shared/domain/permission.ts';
import { aFewAtATime, keyFor, once } from './calls.ts';
import type { Salon } from './salon.ts';
import { type Staff, startWork, type World } from './world.ts';

export type Team = Readonly<Record<Role, Staff>>;

/** Invites a colleague for each role; all but the newest accept and start work. */
export async function hireTeam(world: World, salon: Salon, owner: Staff, isNew: boolean): Promise<Team> {
  const { slug, team, newColleague } = salon;
  const roles = Role.options.filter((role) => role !== 'owner');
  const people = [...roles.map((role) => ({ ...team[role], role })), newColleague];
  // In turn: every invitation touches the same business.
  for (const body of people) {
    await once(owner.inviteStaff({ body, idempotencyKey: keyFor(slug, 'staff', body.email) }));
  }
  const started: Partial<Record<Role, Staff>> = { owner };
  await aFewAtATime(roles, async (role) => {
    started[role] = await startWork(world, slug, team[role].email, isNew);
  });
  return started as Team;
}
