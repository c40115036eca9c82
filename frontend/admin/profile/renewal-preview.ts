import type { MembershipView } from '../../../shared/contract/views.ts';
import type { Policies } from '../../../shared/domain/business.ts';
import { addDays, periodContaining } from '../../../shared/domain/calendar.ts';
import { isSameInterval } from '../../../shared/domain/plan-comparison.ts';
import type { Anchor, LocalDate } from '../../../shared/domain/time.ts';

interface PaidPeriod {
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** The plan that it is of: from a bill on, that can be another one. */
  readonly plan: string;
}

/** The period that a payment today would open, first and last day; undefined when nothing can be paid yet or any more. */
export function nextPaidPeriod(
  membership: MembershipView,
  today: LocalDate,
  { renewalNoticeDays }: Pick<Policies, 'renewalNoticeDays'>,
): PaidPeriod | undefined {
  const { status, period, nextBill, pendingChange } = membership;
  const trialEnds = status === 'trial' && today >= addDays(period.end, -renewalNoticeDays);
  const running = trialEnds || status === 'renewal_pending' || status === 'past_due' || status === 'unpaid';
  if (!running || (nextBill.kind !== 'on' && nextBill.kind !== 'due_since')) return undefined;
  const changes = pendingChange?.effectiveOn !== undefined && pendingChange.effectiveOn <= period.end;
  const plan = changes ? pendingChange.plan : membership.plan;
  const opened = periodContaining(anchorOf(membership, plan), today < period.end ? period.end : today);
  return { first: opened.start, last: addDays(opened.end, -1), plan: plan.name };
}

/** Bill dates count from the first day, unless they were moved since: then from the next bill. */
function anchorOf({ plan, since, period }: MembershipView, billed: MembershipView['plan']): Anchor {
  const first = { date: addDays(since, plan.trialDays ?? 0), interval: plan.interval };
  const isMoved = first.date > period.end || periodContaining(first, period.end).start !== period.end;
  return isMoved || !isSameInterval(plan.interval, billed.interval)
    ? { date: period.end, interval: billed.interval }
    : first;
}
