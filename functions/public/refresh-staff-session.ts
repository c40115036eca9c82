import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { staffSession } from './staff-session.ts';

export const refreshStaffSession: Handler<'public', 'refreshStaffSession'> = async (request) => {
  const refreshToken = request.cookies.get('staff-session');
  refuseUnless(refreshToken, 'session_ended');
  const tokens = await request.instance.staff.renew(refreshToken);
  return staffSession(request, tokens, 'session_ended', tokens.refreshToken ?? refreshToken);
};
