import type { SessionCookie } from '../../shared/contract/operation.ts';

/** Seconds that the cookie outlives its session at most; Cognito ends the session itself. */
const lifetime: Readonly<Record<SessionCookie, number>> = {
  'member-session': 30 * 24 * 3600,
  'staff-session': 12 * 3600,
};

/** API Gateway hands cookies over as `name=value` strings. */
export function readCookies(cookies: readonly string[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (cookies ?? []).flatMap((cookie) => {
      const at = cookie.indexOf('=');
      return at < 1 ? [] : [[cookie.slice(0, at).trim(), cookie.slice(at + 1).trim()] as const];
    }),
  );
}

/**
 * The cookie that holds a refresh token: for no script, for this host only, sent with no request that another site
 * starts, and only to the session's own addresses. `null` clears it.
 */
export function sessionCookie(name: SessionCookie, slug: string, value: string | null): string {
  const path = `/api/${slug}/public`;
  const age = value === null ? 0 : lifetime[name];
  return `${name}=${value ?? ''}; Max-Age=${age}; Path=${path}; HttpOnly; Secure; SameSite=Strict`;
}
