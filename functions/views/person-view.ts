import type { StaffView } from '../../shared/contract/views.ts';
import type { Actor } from '../../shared/domain/credit-account.ts';
import type { StaffMember } from '../../shared/domain/staff-member.ts';
import type { Configuration } from '../store/configuration.ts';

/** Who did something, in a word that staff understand. Members of staff are named, also after they have left. */
export function actorName(actor: Actor, configuration: Configuration): string {
  switch (actor.kind) {
    case 'staff':
      return configuration.staff.find(({ value }) => value.staffId === actor.staffId)?.value.name ?? '—';
    case 'member':
      return 'client';
    case 'system':
    case 'operator':
    case 'visitor':
      return actor.kind;
    default:
      return actor satisfies never;
  }
}

export const staffView = ({ staffId, name, email, role, state }: StaffMember): StaffView => ({
  staffId,
  name,
  email,
  role,
  state,
});
