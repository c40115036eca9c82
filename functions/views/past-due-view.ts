import type { PastDueLine } from '../../shared/contract/staff-operations.ts';
import { nextBillingAction } from '../../shared/domain/billing-schedule.ts';
import { daysBetween, localDateOf } from '../../shared/domain/calendar.ts';
import { accessOn, dunningSteps } from '../../shared/domain/dunning.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, planVersionOf } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { openPayment } from './charge-view.ts';

/** A membership with an open payment, for whoever collects it; undefined when it was settled in this moment. */
export function pastDueLine(
  { profile, memberships, billing }: MemberSnapshot,
  membershipId: string,
  configuration: Configuration,
  today: LocalDate,
): PastDueLine | undefined {
  const membership = memberships.find(({ value }) => value.membershipId === membershipId)?.value;
  const open = membership && openPayment(membership, configuration, today);
  const plan = membership && planVersionOf(configuration, membership.planId, membership.planVersion);
  if (!membership?.due || !open || !plan) return undefined;
  const business = configuration.business.value;
  const { step, attempts, since } = membership.due;
  const reached = dunningSteps(business.policies).filter(({ day }) => day <= step);
  const task = reached.findLast(({ staff }) => staff === 'call' || staff === 'decide')?.staff;
  const next = nextBillingAction(membership, { plan, business, card: billing.value.card }, today);
  const { link } = billing.value;
  const { memberId, firstName, lastName, undeliverable, email } = profile;
  return {
    memberId,
    membershipId,
    firstName,
    lastName,
    plan: plan.name,
    ...open,
    days: daysBetween(since, today),
    attempts,
    frozen: accessOn(since, today, business.policies) === 'frozen',
    ...(task === 'call' || task === 'decide' ? { task } : {}),
    ...(next?.kind === 'charge' ? { nextTryOn: localDateOf(next.at, business.timeZone) } : {}),
    ...(link === undefined ? {} : { linkSentAt: link.sentAt }),
    ...(link?.openedAt === undefined ? {} : { linkOpenedAt: link.openedAt }),
    undeliverable: undeliverable !== undefined && undeliverable.email === email,
  };
}
