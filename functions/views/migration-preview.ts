import type {
  MigrationPreview,
  MovingMembership,
  NotMoving,
} from '../../shared/contract/staff/migration-operations.ts';
import { fullName } from '../../shared/domain/member.ts';
import { addMoved, countMoving, nobodyMoved } from '../../shared/domain/migration.ts';
import type { VersionMove } from '../../shared/domain/version-move.ts';
import { movingOf } from '../billing/move-membership.ts';
import type { LoadedScene } from '../billing/scene.ts';

/** What moving does to some clients, by the function that will also do it (rule PC2). */
export function migrationPreview(
  clients: readonly { readonly scenes: readonly LoadedScene[] }[],
  move: VersionMove,
): MigrationPreview {
  const moving: MovingMembership[] = [];
  const excluded: NotMoving[] = [];
  let count = { ...nobodyMoved, clients: clients.length };
  for (const scene of clients.flatMap(({ scenes }) => scenes)) {
    const { memberId, membershipId, plan, snapshot } = scene;
    const named = { memberId, membershipId, name: fullName(snapshot.profile) };
    const decided = movingOf(scene, move);
    count = addMoved(count, countMoving(decided));
    if (decided.kind === 'moves') moving.push({ ...named, version: plan.version, ...decided.bill });
    if (decided.kind === 'excluded') excluded.push({ ...named, why: decided.why });
  }
  return { count, moving, excluded };
}
