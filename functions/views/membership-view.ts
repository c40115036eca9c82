import type { MembershipView } from '../../shared/contract/views.ts';
import { firstDayOf, type Membership } from '../../shared/domain/membership.ts';
import { scheduleOf } from '../../shared/domain/pause-schedule.ts';
import { type ShownStatus, standingOf } from '../../shared/domain/standing.ts';
import { lastBillDate } from '../../shared/domain/term-payments.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, planVersionOf } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { openPayment, upcomingCharge } from './charge-view.ts';
import { pauseView } from './pause-view.ts';
import { planView } from './plan-view.ts';

/** What people come to see first: what is usable, then what needs attention, then what is over. */
const order: readonly ShownStatus[] = [
  'past_due',
  'unpaid',
  'incomplete',
  'active',
  'trial',
  'renewal_pending',
  'cancelling',
  'paused',
  'scheduled',
  'expired',
  'cancelled',
];

/** What is known of the member besides the memberships: how they pay, and what they have paid in. */
export type Payer = Pick<MemberSnapshot, 'billing' | 'money'>;

/** Memberships on a day, most important first. Throws when a plan version is missing from the configuration. */
export function membershipViews(
  memberships: readonly Membership[],
  configuration: Configuration,
  today: LocalDate,
  payer: Payer,
): MembershipView[] {
  return memberships
    .map((membership) => membershipView(membership, configuration, today, payer))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || b.since.localeCompare(a.since));
}

export function membershipView(
  membership: Membership,
  configuration: Configuration,
  today: LocalDate,
  payer: Payer,
): MembershipView {
  const plan = planVersionOf(configuration, membership.planId, membership.planVersion);
  if (!plan) throw new Error(`plan ${membership.planId} version ${membership.planVersion} is missing`);
  const { committedUntil } = scheduleOf(membership) ?? membership;
  const standing = standingOf(membership, today, configuration.business.value.policies);
  const open = openPayment(membership, configuration, today);
  const pause = pauseView(membership, plan, configuration, today);
  const lastBill = lastBillDate(membership);
  const upcoming = upcomingCharge(membership, plan, configuration, today, payer);
  return {
    membershipId: membership.membershipId,
    plan: planView(plan, configuration, membership.locationId),
    ...standing,
    since: firstDayOf(membership, plan),
    period: { start: membership.period.start, end: membership.period.end },
    payment: membership.payment,
    enrolledVia: membership.enrolledVia,
    paymentInProgress: membership.charge !== undefined,
    ...(open === undefined ? {} : { open }),
    ...(upcoming === undefined ? {} : { upcoming }),
    ...(committedUntil === undefined ? {} : { committedUntil }),
    ...(pause === undefined ? {} : { pause }),
    ...(lastBill === undefined ? {} : { lastBill }),
  };
}

/** True when a membership points to a plan version that this configuration does not hold: it is older than the plan. */
export const isOutdated = (memberships: readonly Membership[], configuration: Configuration): boolean =>
  memberships.some(({ planId, planVersion }) => !planVersionOf(configuration, planId, planVersion));
