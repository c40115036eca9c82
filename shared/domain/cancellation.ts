import { addDays } from './calendar.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

export type CancelWhen = 'now' | 'period_end';

/**
 * Ends a membership: now, or after what is paid and what was agreed to at least (rules K1, K8). While a payment is open
 * nothing is paid any more, so it ends now, and the open invoice is void (rule D7).
 * Refusals: `cannot_be_cancelled`, `payment_in_progress`.
 */
export function cancel(membership: Membership, when: CancelWhen, today: LocalDate): Membership {
  const nothingPaid = membership.due !== undefined;
  const asked = when === 'now' || nothingPaid ? 'cancel_now' : 'cancel_later';
  const status = statusAfter(statusOn(membership, today), asked);
  refuseUnless(membership.cancelOn === undefined, 'cannot_be_cancelled');
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  const { due: _, ...rest } = membership;
  if (status === 'cancelled') return { ...rest, status, cancelOn: today, endedBecause: 'requested' };
  return { ...rest, cancelOn: lastPaidEnd(membership), endedBecause: 'requested' };
}

/** The first day without the membership when it is cancelled at the end of what is paid and agreed. */
export function lastPaidEnd({ period, committedUntil }: Pick<Membership, 'period' | 'committedUntil'>): LocalDate {
  const agreed = committedUntil === undefined ? period.end : addDays(committedUntil, 1);
  return agreed > period.end ? agreed : period.end;
}

/** Takes a cancellation back while the membership still runs (rule K3). Refuses `cannot_be_cancelled`. */
export function undoCancellation(membership: Membership, today: LocalDate): Membership {
  const { cancelOn, endedBecause: _, ...rest } = membership;
  statusAfter(statusOn(membership, today), 'undo_cancellation');
  refuseUnless(cancelOn !== undefined, 'cannot_be_cancelled');
  return rest;
}
