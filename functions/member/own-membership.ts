import type { Operation } from '../../shared/contract/operation.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { refuseUnlessLet, type SelfService } from '../../shared/domain/self-service.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { type LoadedScene, sceneOf } from '../billing/scene.ts';
import type { MemberRequest } from '../http/request.ts';
import { personOf } from './billing-person.ts';

/** A membership of the member. Refuses `not_found`. */
export async function ownScene(request: MemberRequest<Operation>, membershipId: string): Promise<LoadedScene> {
  const snapshot = await request.loadMember();
  const stored = snapshot.memberships.find(({ value }) => value.membershipId === membershipId);
  refuseUnless(stored, 'not_found');
  const configuration = await request.reloadConfiguration();
  return sceneOf(billingWorldOf(request), { ...personOf(request), membershipId }, configuration, snapshot, stored);
}

/**
 * A membership of the member with which they may do something alone, by the owner's switch as it is now. Refusals:
 * `not_found`, `self_service_off` where the salon does it.
 */
export async function ownMembership(
  request: MemberRequest<Operation>,
  membershipId: string,
  what: SelfService,
): Promise<LoadedScene> {
  const scene = await ownScene(request, membershipId);
  refuseUnlessLet(what, scene.membership, scene.business.features);
  return scene;
}

/** One that the member may end alone. */
export const endedAlone = (request: MemberRequest<Operation>, membershipId: string): Promise<LoadedScene> =>
  ownMembership(request, membershipId, 'cancel');
