import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { planVersionOf } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import type { MailCause } from './world.ts';

/** The membership that an event is about, its plan, and the business's day. */
export interface MembershipNow {
  readonly membership: Membership;
  readonly plan: PlanVersion;
  readonly today: string;
}

/** Undefined when the member has no such membership. */
export function membershipAt(
  { event, now, configuration }: MailCause,
  { memberships }: MemberSnapshot,
): MembershipNow | undefined {
  const membership = memberships.find(({ value }) => value.membershipId === event.subject.membershipId)?.value;
  const plan = membership && planVersionOf(configuration, membership.planId, membership.planVersion);
  if (!membership || !plan) return undefined;
  return { membership, plan, today: localDateOf(now, configuration.business.value.timeZone) };
}
