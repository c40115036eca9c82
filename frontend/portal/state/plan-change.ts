import type { MembershipView } from '../../../shared/contract/views.ts';

/** A membership that goes on can change; what stands in the way of one, the API says. */
export const mayChange = ({ status }: Pick<MembershipView, 'status'>): boolean =>
  ['active', 'trial', 'renewal_pending'].includes(status);
