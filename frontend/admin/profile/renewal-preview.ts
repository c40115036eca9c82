import type { MembershipView } from '../../../shared/contract/views.ts';
import { addDays, periodContaining } from '../../../shared/domain/calendar.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

/** The period that a payment today would open, first and last day; undefined when nothing can be paid yet or any more. */
export function nextPaidPeriod(
  { status, plan, since, period, nextBill }: MembershipView,
  today: LocalDate,
): { readonly first: LocalDate; readonly last: LocalDate } | undefined {
  const running = status === 'renewal_pending' || status === 'past_due' || status === 'unpaid';
  if (!running || (nextBill.kind !== 'on' && nextBill.kind !== 'due_since')) return undefined;
  const pays = today < period.end ? period.end : today;
  const opened = periodContaining({ date: since, interval: plan.interval }, pays);
  return { first: opened.start, last: addDays(opened.end, -1) };
}
