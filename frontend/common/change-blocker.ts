import type { MembershipView } from '../../shared/contract/views.ts';

export type ChangeBlocker = 'paused' | 'cancelling' | 'paymentOpen';

/** What has to be over before another plan can be chosen; undefined where one can be, and where there is nothing to change. */
export function changeBlocker({
  status,
  usability,
  cancelledFor,
}: Pick<MembershipView, 'status' | 'usability' | 'cancelledFor'>): ChangeBlocker | undefined {
  if (usability === 'over') return undefined;
  if (cancelledFor !== undefined) return 'cancelling';
  if (status === 'paused') return 'paused';
  return status === 'past_due' || status === 'unpaid' ? 'paymentOpen' : undefined;
}
