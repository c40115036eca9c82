import type { Handler } from '../http/request.ts';
import { memberSession } from './member-session.ts';

export const openSession: Handler<'public', 'openSession'> = async (request) => {
  const { email, password } = request.body;
  return memberSession(request, await request.instance.members.signIn(email, password));
};
