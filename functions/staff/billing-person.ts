import type { Operation } from '../../shared/contract/operation.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Person } from '../billing/person.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { type LoadedScene, sceneOf } from '../billing/scene.ts';
import type { StaffRequest } from '../http/request.ts';
import type { PayingInstance } from '../runtime/instance.ts';

type Call = Pick<
  StaffRequest<Operation>,
  'slug' | 'actor' | 'at' | 'requestId' | 'configuration' | 'loadMember' | 'reloadConfiguration'
> & { readonly instance: PayingInstance };

/** The client of a call, as the flows of billing know people. */
export const personOf = ({ slug, actor, at, requestId }: Omit<Person, 'memberId'>, memberId: string): Person => ({
  slug,
  memberId,
  actor,
  at,
  requestId,
});

/** A client's membership with everything that decides about its money, read anew. Refuses `not_found`. */
export async function sceneFor(request: Call, memberId: string, membershipId: string): Promise<LoadedScene> {
  const snapshot = await request.loadMember();
  const stored = snapshot.memberships.find(({ value }) => value.membershipId === membershipId);
  refuseUnless(stored, 'not_found');
  const configuration = await request.reloadConfiguration();
  const scene = { ...personOf(request, memberId), membershipId };
  return sceneOf(billingWorldOf(request), scene, configuration, snapshot, stored);
}
