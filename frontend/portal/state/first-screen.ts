import type { Own } from './own.ts';

/**
 * What somebody signed in sees first: what is their own; else what others share with them (rule C10); else that nothing
 * was found (000-044).
 */
export function firstScreen(own: Pick<Own, 'memberships' | 'credits' | 'shares'>): 'own' | 'shared' | 'none' {
  if (own.memberships.length > 0 || own.credits.length > 0) return 'own';
  return own.shares ? 'shared' : 'none';
}
