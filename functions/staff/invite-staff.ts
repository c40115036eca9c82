import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { StaffMember } from '../../shared/domain/staff-member.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { emailHashOf } from '../store/staff-writes.ts';
import { rowOf } from '../store/stored.ts';
import { insert, replace } from '../store/table.ts';
import { staffView } from '../views/person-view.ts';

export const inviteStaff: Handler<'staff', 'inviteStaff'> = async (request) => {
  const { body, slug, at } = request;
  const staffId = request.newId('staff');
  const invitationId = request.newId('invitation');
  return request.change(async () => {
    const { staff } = await request.reloadConfiguration();
    refuseUnless(
      !staff.some(({ value }) => value.email === body.email && value.state !== 'removed'),
      'staff_already_invited',
    );
    const person: StaffMember = { staffId, ...body, state: 'invited', invitation: { invitationId, requestedAt: at } };
    const held = keys.staffEmail(slug, emailHashOf(body.email));
    const [holder] = await request.instance.table.read([held]);
    const hold = rowOf(held, { staffId });
    return {
      writes: [
        insert(rowOf(keys.staff(slug, staffId), person)),
        holder ? replace(hold, holder.version) : insert(hold),
        announce(request.event('staff.invited', { staffId, invitationId })),
      ],
      reply: staffView(person),
    };
  });
};
