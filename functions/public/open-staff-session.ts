import type { Handler } from '../http/request.ts';
import { staffSession } from './staff-session.ts';

export const openStaffSession: Handler<'public', 'openStaffSession'> = async (request) => {
  const { email, password } = request.body;
  return staffSession(request, await request.instance.staff.signIn(email, password), 'sign_in_failed');
};
