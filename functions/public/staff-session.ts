import type { StaffSession } from '../../shared/contract/views.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Tokens } from '../gateways/identity.ts';
import type { ReplyWithCookie } from '../http/request.ts';
import { readAccess } from '../store/person-rows.ts';
import type { Visit } from './visit.ts';

/**
 * A staff session, for people who work here. Others signed in with a correct password of another salon: their session
 * is revoked and they are refused with the code, as if the password were wrong.
 */
export async function staffSession(
  { instance, slug }: Visit,
  tokens: Tokens,
  otherwise: 'sign_in_failed' | 'session_ended',
  refreshToken: string | undefined = tokens.refreshToken,
): Promise<ReplyWithCookie<StaffSession>> {
  const { accessToken, expiresInSeconds, email, loginId } = tokens;
  const access = await readAccess(instance.table, slug, loginId);
  if (access?.value.state !== 'active') {
    if (refreshToken !== undefined) await instance.staff.revoke(refreshToken);
    throw new Refusal(otherwise);
  }
  return { reply: { accessToken, expiresInSeconds, email }, cookie: { value: refreshToken ?? null } };
}
