import type { MembershipView } from '../../../shared/contract/views.ts';
import type { Policies } from '../../../shared/domain/business.ts';
import { addDays, periodContaining } from '../../../shared/domain/calendar.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

/** The period that a payment today would open, first and last day; undefined when nothing can be paid yet or any more. */
export function nextPaidPeriod(
  { status, plan, since, period, nextBill }: MembershipView,
  today: LocalDate,
  { renewalNoticeDays }: Pick<Policies, 'renewalNoticeDays'>,
): { readonly first: LocalDate; readonly last: LocalDate } | undefined {
  const trialEnds = status === 'trial' && today >= addDays(period.end, -renewalNoticeDays);
  const running = trialEnds || status === 'renewal_pending' || status === 'past_due' || status === 'unpaid';
  if (!running || (nextBill.kind !== 'on' && nextBill.kind !== 'due_since')) return undefined;
  const pays = today < period.end ? period.end : today;
  const opened = periodContaining({ date: addDays(since, plan.trialDays ?? 0), interval: plan.interval }, pays);
  return { first: opened.start, last: addDays(opened.end, -1) };
}
