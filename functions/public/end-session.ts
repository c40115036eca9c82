import type { Handler } from '../http/request.ts';

/** Revokes the session, then forgets it: on a shared tablet the next person finds nothing (004-065). */
export const endSession: Handler<'public', 'endSession'> = async ({ cookies, instance }) => {
  const refreshToken = cookies.get('member-session');
  if (refreshToken) await instance.members.revoke(refreshToken);
  return { reply: {}, cookie: { value: null } };
};
