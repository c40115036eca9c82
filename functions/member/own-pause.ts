import type { BodyOf } from '../../shared/contract/handlers.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import type { OperationsOf } from '../../shared/contract/operations.ts';
import type { PauseChange } from '../../shared/domain/pause.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { AskedPause } from '../billing/pause-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { type LoadedScene, sceneOf } from '../billing/scene.ts';
import type { MemberRequest } from '../http/request.ts';
import { personOf } from './billing-person.ts';

/**
 * A membership that the member may pause alone, because the business lets members (000-026, 000-032). Refusals:
 * `pause_switched_off`, `not_found`.
 */
export async function pausableMembership(
  request: MemberRequest<Operation>,
  membershipId: string,
): Promise<LoadedScene> {
  const configuration = await request.reloadConfiguration();
  refuseUnless(configuration.business.value.features.memberPauses, 'pause_switched_off');
  const snapshot = await request.loadMember();
  const stored = snapshot.memberships.find(({ value }) => value.membershipId === membershipId);
  refuseUnless(stored, 'not_found');
  return sceneOf(billingWorldOf(request), { ...personOf(request), membershipId }, configuration, snapshot, stored);
}

/** What a member asks for: from the next bill on unless told (rule P4). */
export const ownAskedPause = ({
  start = 'period_end',
  end,
}: BodyOf<OperationsOf<'member'>['pauseOwnMembership']>): AskedPause => ({
  start,
  lastDay: end.lastDay,
  by: 'member',
  beyondLimits: false,
});

export const ownPauseChange = ({ end }: BodyOf<OperationsOf<'member'>['changeOwnPause']>): PauseChange =>
  end.kind === 'resume' ? end : { kind: 'last_day', lastDay: end.lastDay, beyondLimits: false };
