import type { Handler } from '../http/request.ts';

export const endStaffSession: Handler<'public', 'endStaffSession'> = async ({ cookies, instance }) => {
  const refreshToken = cookies.get('staff-session');
  if (refreshToken) await instance.staff.revoke(refreshToken);
  return { reply: {}, cookie: { value: null } };
};
