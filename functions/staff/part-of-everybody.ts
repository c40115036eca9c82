import type { Operation } from '../../shared/contract/operation.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { type LoadedScene, sceneOf, withPlansOf } from '../billing/scene.ts';
import type { StaffRequest } from '../http/request.ts';
import type { PayingInstance } from '../runtime/instance.ts';
import type { Configuration } from '../store/configuration.ts';
import { everybodyPage } from '../store/everybody.ts';
import { loadMember } from '../store/member-snapshot.ts';

/** Clients of one part: what a call can read while somebody looks on. */
const partSize = 40;

type Call = Pick<
  StaffRequest<Operation>,
  'slug' | 'actor' | 'at' | 'requestId' | 'configuration' | 'reloadConfiguration'
> & { readonly instance: PayingInstance };

/** Some clients with each of their memberships, as a decision about everybody reads them; `next` leads to more. */
export async function partOfEverybody(
  request: Call,
  known: Configuration,
  after: string | undefined,
): Promise<{ readonly clients: { readonly scenes: LoadedScene[] }[]; readonly next: string | undefined }> {
  const { slug, at, actor, requestId, instance } = request;
  const { table } = instance;
  const page = await everybodyPage(table, slug, { after, limit: partSize });
  const members = await Promise.all(page.memberIds.map((memberId) => loadMember(table, slug, memberId)));
  const world = billingWorldOf(request);
  const all = members.flatMap((member) => (member ? member.memberships.map(({ value }) => value) : []));
  const configuration = await withPlansOf(world, known, all);
  const clients = members.map((member) => ({
    scenes: (member?.memberships ?? []).map((stored) => {
      const { memberId, membershipId } = stored.value;
      const scene = { slug, memberId, membershipId, actor, at, requestId };
      return sceneOf(world, scene, configuration, member as NonNullable<typeof member>, stored);
    }),
  }));
  return { clients, next: page.next };
}
