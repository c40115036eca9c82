import type { Membership } from '../../shared/domain/membership.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { SharedMembership, shareWith, stopSharing } from '../../shared/domain/sharing.ts';
import type { LoadedScene } from '../billing/scene.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { parseRow, rowOf } from '../store/stored.ts';
import { insert, replace, type Table, type Write } from '../store/table.ts';

/** Lets somebody use the membership: its own list, and the row by which the other profile finds it. */
export async function sharing(
  table: Table,
  scene: LoadedScene,
  memberId: string,
): Promise<{ after: Membership; writes: Write[] }> {
  const { slug, membership, membershipId, plan, occasion } = scene;
  const [profile] = await table.read([keys.profile(slug, memberId)]);
  refuseUnless(profile, 'not_found');
  const after = shareWith(membership, plan, memberId, occasion.today);
  return {
    after,
    writes: [
      scene.become(after),
      ...(await shareWrites(table, scene, memberId, true)),
      announce(scene.event('membership.shared', { membershipId, otherMemberId: memberId })),
    ],
  };
}

/** Ends it for one of them. */
export async function sharingStopped(
  table: Table,
  scene: LoadedScene,
  memberId: string,
): Promise<{ after: Membership; writes: Write[] }> {
  const { membershipId } = scene;
  const after = stopSharing(scene.membership, memberId);
  return {
    after,
    writes: [
      scene.become(after),
      ...(await shareWrites(table, scene, memberId, false)),
      announce(scene.event('membership.sharing_stopped', { membershipId, otherMemberId: memberId })),
    ],
  };
}

async function shareWrites(
  table: Table,
  { slug, memberId: holderId, membershipId }: LoadedScene,
  memberId: string,
  live: boolean,
): Promise<Write[]> {
  const key = keys.shared(slug, memberId, membershipId);
  const [row] = await table.read([key]);
  const stored = row && parseRow(SharedMembership, row);
  const written = rowOf(key, { membershipId, holderId, live } satisfies SharedMembership);
  return [stored === undefined ? insert(written) : replace(written, stored.version)];
}
