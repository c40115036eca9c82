import { goesOn, nextPeriod } from './billing-schedule.ts';
import type { Policies } from './business.ts';
import { addDays } from './calendar.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import { isPauseOver } from './pause.ts';
import { scheduleOf } from './pause-schedule.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/**
 * Opens the period that a payment at the desk pays for. Before the bill date, from the notice days on, that is the next
 * one; after it, the one that contains today: whole periods that were missed are neither billed nor granted, and the
 * anchor stays (rule D5). An invoice that is open is paid as such, not by another period.
 * Refusals: `payment_in_progress`, `membership_not_running`, `membership_paused`, `try_again_later` in the minutes
 * after a pause, `not_due_yet` (details: `from`, the first day on which it
 * can be renewed).
 */
export function renewAtDesk(membership: Membership, today: LocalDate, policies: Policies): Membership {
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  refuseUnless(membership.due === undefined, 'membership_not_running');
  const status = statusAfter(statusOn(membership, today), 'renew_at_desk');
  // Cancelled for the end of what was agreed, it is billed until then (rule K8).
  refuseUnless(goesOn(membership, today), 'membership_not_running');
  refuseUnless(!isPauseOver(membership, today), 'try_again_later');
  const { period } = scheduleOf(membership) ?? membership;
  const from = addDays(period.end, -policies.renewalNoticeDays);
  refuseUnless(today >= from, 'not_due_yet', { from });
  return { ...membership, status, period: nextPeriod(membership, today) };
}
