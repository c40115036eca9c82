import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { StaffMember } from '../../shared/domain/staff-member.ts';
import type { Outcome } from '../store/change.ts';
import type { Configuration } from '../store/configuration.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { staffWrites } from '../store/staff-writes.ts';
import type { Table } from '../store/table.ts';
import { staffView } from '../views/person-view.ts';

/** Changes one colleague. Refusals: `not_found`, and `last_owner` when nobody would be left who can manage. */
export async function changeStaff(
  request: {
    slug: string;
    instance: { table: Table };
    reloadConfiguration(): Promise<Configuration>;
    event(type: EventType, subject: DomainEvent['subject']): DomainEvent;
  },
  staffId: string,
  type: EventType,
  alter: (before: StaffMember) => StaffMember,
): Promise<Outcome<ReturnType<typeof staffView>>> {
  const { slug, instance } = request;
  const { staff, business } = await request.reloadConfiguration();
  const before = staff.find(({ value }) => value.staffId === staffId && value.state !== 'removed');
  refuseUnless(before, 'not_found');
  const after = alter(before.value);
  const owns = (person: StaffMember) => person.role === 'owner' && person.state === 'active';
  const others = staff.filter(({ value }) => value.staffId !== staffId);
  refuseUnless(!owns(before.value) || owns(after) || others.some(({ value }) => owns(value)), 'last_owner');

  const { loginId } = before.value;
  const [access] = loginId === undefined ? [] : await instance.table.read([keys.access(slug, loginId)]);
  // Two owners who remove each other at once must not both succeed: both transactions check the business's version.
  const guard = {
    kind: 'replace',
    row: { ...keys.business(slug), data: business.value },
    version: business.version,
  } as const;
  return {
    writes: [...staffWrites(slug, before, after, access), guard, announce(request.event(type, { staffId }))],
    reply: staffView(after),
  };
}
