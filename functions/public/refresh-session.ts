import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { memberSession } from './member-session.ts';

export const refreshSession: Handler<'public', 'refreshSession'> = async (request) => {
  const refreshToken = request.cookies.get('member-session');
  refuseUnless(refreshToken, 'session_ended');
  const tokens = await request.instance.members.renew(refreshToken);
  return memberSession(request, tokens, tokens.refreshToken ?? refreshToken);
};
