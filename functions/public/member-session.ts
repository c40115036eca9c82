import type { MemberSession } from '../../shared/contract/views.ts';
import type { Tokens } from '../gateways/identity.ts';
import type { ReplyWithCookie } from '../http/request.ts';
import { ownProfiles } from '../store/login-rows.ts';
import type { Visit } from './visit.ts';

/** A member's session with the profiles that the login may open here; none is not an error (000-044). */
export async function memberSession(
  { instance, slug }: Visit,
  tokens: Tokens,
  refreshToken: string | undefined = tokens.refreshToken,
): Promise<ReplyWithCookie<MemberSession>> {
  const { accessToken, expiresInSeconds, email, loginId } = tokens;
  const profiles = await ownProfiles(instance.table, slug, loginId);
  return { reply: { accessToken, expiresInSeconds, email, profiles }, cookie: { value: refreshToken ?? null } };
}
