import type { Operation } from '../../shared/contract/operation.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { type LoadedScene, sceneOf } from '../billing/scene.ts';
import type { MemberRequest } from '../http/request.ts';
import { personOf } from './billing-person.ts';

/**
 * A membership that the member may end alone: one that was taken out online (conflict X2). Refusals: `not_found`,
 * `not_permitted` for others, which the salon ends.
 */
export async function ownMembership(request: MemberRequest<Operation>, membershipId: string): Promise<LoadedScene> {
  const snapshot = await request.loadMember();
  const stored = snapshot.memberships.find(({ value }) => value.membershipId === membershipId);
  refuseUnless(stored, 'not_found');
  refuseUnless(stored.value.enrolledVia === 'online', 'not_permitted');
  const configuration = await request.reloadConfiguration();
  return sceneOf(billingWorldOf(request), { ...personOf(request), membershipId }, configuration, snapshot, stored);
}
