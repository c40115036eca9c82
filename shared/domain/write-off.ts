import { nextPeriod } from './billing-schedule.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import type { LocalDate } from './time.ts';

/**
 * The membership after its open invoice was written off: nothing is owed, and the period of the invoice counts as
 * skipped, without credits. So does the one of today when whole periods went by meanwhile, as no one was billed for it;
 * the next bill is that of the next period (rule D5).
 */
export function writeOff(membership: Membership, today: LocalDate): Membership {
  const { due, noticesSent: _, ...rest } = membership;
  if (due === undefined) return membership;
  const isPast = today >= due.period.end;
  const period = isPast ? nextPeriod({ anchor: membership.anchor, period: due.period }, today) : due.period;
  return { ...rest, status: statusAfter(statusOn(membership, today), 'invoice_written_off'), period };
}
