import type { MembershipView } from '../../shared/contract/views.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { firstDayOf, firstDayWithout, isOver, type Membership } from '../../shared/domain/membership.ts';
import { scheduleOf } from '../../shared/domain/pause-schedule.ts';
import { takesEffectOn } from '../../shared/domain/plan-change-effect.ts';
import { type ShownStatus, standingOf } from '../../shared/domain/standing.ts';
import { lastBillDate } from '../../shared/domain/term-payments.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, nextPlanOf, planOf } from '../store/configuration.ts';
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
  const plan = planOf(configuration, membership);
  const { cancelOn } = membership;
  const { committedUntil } = scheduleOf(membership) ?? membership;
  const standing = standingOf(membership, today, configuration.business.value.policies);
  const open = openPayment(membership, configuration, today);
  const pause = pauseView(membership, plan, configuration, today);
  const lastBill = lastBillDate(membership);
  const upcoming = upcomingCharge(membership, configuration, today, payer);
  const pending = pendingChangeView(membership, configuration);
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
    ...(pending === undefined ? {} : { pendingChange: pending }),
    ...(membership.keepsVersion ? { keepsVersion: true } : {}),
    ...(committedUntil === undefined ? {} : { committedUntil }),
    ...(cancelOn === undefined || isOver(membership, today) ? {} : { cancelledFor: addDays(cancelOn, -1) }),
    ...(pause === undefined ? {} : { pause }),
    ...(lastBill === undefined ? {} : { lastBill }),
  };
}

/** The change that waits for a bill date; undefined when the membership ends before. */
export function pendingChangeView(
  membership: Membership,
  configuration: Configuration,
): MembershipView['pendingChange'] | undefined {
  const { pendingChange: pending } = membership;
  const to = nextPlanOf(configuration, membership);
  const end = firstDayWithout(membership);
  if (pending === undefined || to === undefined) return undefined;
  const view = { plan: planView(to, configuration, membership.locationId), reason: pending.reason };
  if (scheduleOf(membership) === undefined) return view;
  const effectiveOn = takesEffectOn(membership, pending);
  return end !== undefined && end <= effectiveOn ? undefined : { ...view, effectiveOn };
}
