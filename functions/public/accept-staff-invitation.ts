import { Refusal } from '../../shared/domain/refusal.ts';
import type { StaffMember } from '../../shared/domain/staff-member.ts';
import type { Tokens } from '../gateways/identity.ts';
import type { Handler } from '../http/request.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { markLinkUsed } from '../store/link-rows.ts';
import { readAccess } from '../store/person-rows.ts';
import { rowOf } from '../store/stored.ts';
import { insert, replace, type Write } from '../store/table.ts';
import { openLink } from './open-link.ts';
import { staffSession } from './staff-session.ts';
import type { Visit } from './visit.ts';

export const acceptStaffInvitation: Handler<'public', 'acceptStaffInvitation'> = async (request) => {
  const { body, instance } = request;
  const { link } = await openLink(request, body.token, 'staff_invitation');
  const { email } = link.value;
  // Somebody who works at another salon too proves it with the password of the account; it is never changed here.
  if ((await instance.staff.find(email)) === undefined) await instance.staff.setPassword(email, body.password);
  const tokens = await instance.staff.signIn(email, body.password);
  try {
    const attempt = async () => ({ writes: await joining(request, body.token, tokens), reply: undefined });
    await change(instance.table, attempt, { pause: instance.chance.pause });
  } catch (error) {
    if (tokens.refreshToken !== undefined) await instance.staff.revoke(tokens.refreshToken);
    throw error;
  }
  return staffSession(request, tokens, 'sign_in_failed');
};

async function joining(visit: Visit, token: string, { loginId }: Tokens): Promise<Write[]> {
  const { slug, at, instance } = visit;
  const { link, staffRow } = await openLink(visit, token, 'staff_invitation');
  if (!staffRow) throw new Refusal('link_expired');
  const person: StaffMember = { ...staffRow.value, state: 'active', loginId };
  const { staffId } = person;
  const access = rowOf(keys.access(slug, loginId), person);
  // Somebody who comes back to the salon has a record under the login from before.
  const before = await readAccess(instance.table, slug, loginId);
  return [
    markLinkUsed(slug, token, link, at),
    replace(rowOf(keys.staff(slug, staffId), person), staffRow.version),
    before === undefined ? insert(access) : replace(access, before.version),
    announce({ ...visit.event('staff.joined', { staffId }), actor: { kind: 'staff', staffId } }),
  ];
}
