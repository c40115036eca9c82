import type { DomainEvent } from '../../shared/domain/events.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { announce } from '../store/event-writes.ts';
import type { Write } from '../store/table.ts';
import type { LoadedScene } from './scene.ts';

/** The announcement that a membership is on another version than before; none when it is not. */
export function changeAnnounced(
  { membership, membershipId, event }: LoadedScene,
  after: Membership,
  more: DomainEvent['subject'] = {},
): Write[] {
  const { planId, planVersion } = after;
  if (planId === membership.planId && planVersion === membership.planVersion) return [];
  const from = { fromPlanId: membership.planId, fromVersion: membership.planVersion };
  return [announce(event('membership.plan_changed', { membershipId, planId, planVersion, ...from, ...more }))];
}
