import { isReachable } from '../../shared/domain/member.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import {
  type Moving,
  moveFor,
  stayOnVersion,
  type VersionMove,
  waitsForVersion,
  withoutVersion,
} from '../../shared/domain/version-move.ts';
import { change, type Outcome } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import type { Write } from '../store/table.ts';
import type { ClosureWorld } from './close-salon.ts';
import { type LoadedScene, loadScene, type Scene } from './scene.ts';

/** What a move to a new version does to a membership: decided, not written. */
export const movingOf = (scene: LoadedScene, move: VersionMove, toldBy?: string): Moving => {
  const { membership, plan, tax, occasion, snapshot } = scene;
  return moveFor(membership, move, {
    ...{ plan, tax, today: occasion.today, at: occasion.at },
    isReachable: isReachable(snapshot.profile),
    ...(toldBy === undefined ? {} : { toldBy }),
  });
};

/** Lets one membership wait for the new version, and announces that; again it finds it waiting (rule PC2). */
export const moveOne = (world: ClosureWorld, scene: Scene, move: VersionMove): Promise<Moving> =>
  change<Moving>(
    world.table,
    async () => {
      const now = await loadScene(world, scene);
      if (now === undefined) return { writes: [], reply: { kind: 'none' } };
      const { planId, version: planVersion } = move.to;
      const subject = { membershipId: scene.membershipId, planId, planVersion, because: 'new_version' };
      const event = now.event('membership.plan_change_scheduled', subject);
      const moving = movingOf(now, move, event.eventId);
      if (moving.kind !== 'moves') return { writes: [], reply: moving };
      const told = { ...event, subject: { ...subject, effectiveOn: moving.bill.on } };
      return { writes: [now.become(moving.membership), announce(told)], reply: moving };
    },
    { pause: world.chance.pause },
  );

/** Lets one membership be as it was before it was moved; whoever was billed by the new version stays on it. */
export const callOffOne = (world: ClosureWorld, scene: Scene, to: VersionMove['to']): Promise<boolean> =>
  change<boolean>(
    world.table,
    async () => {
      const now = await loadScene(world, scene);
      if (now === undefined || !waitsForVersion(now.membership, to)) return { writes: [], reply: false };
      const writes = [now.become(withoutVersion(now.membership)), ...calledOff(now, 'called_off')];
      return { writes, reply: true };
    },
    { pause: world.chance.pause },
  );

/** Says that a membership stays on its version, or does not have to any more. Refuses as `stayOnVersion`. */
export function versionKept(scene: LoadedScene, keeps: boolean): Outcome<Membership> {
  const { membership, membershipId, occasion } = scene;
  const after = stayOnVersion(membership, keeps, occasion.today);
  if (after.keepsVersion === membership.keepsVersion) return { writes: [], reply: membership };
  const event = scene.event(keeps ? 'membership.version_kept' : 'membership.version_released', { membershipId });
  const off = keeps ? calledOff(scene, 'kept') : [];
  return { writes: [scene.become(after), announce(event), ...off], reply: after };
}

/** Announces that the new version does not come for a member; nothing when none was to come. */
function calledOff({ membership, membershipId, event }: LoadedScene, because: 'called_off' | 'kept'): Write[] {
  const { pendingChange } = membership;
  if (pendingChange?.reason !== 'new_version') return [];
  const { planId, planVersion, toldBy } = pendingChange;
  const told = toldBy === undefined ? {} : { toldBy };
  return [announce(event('membership.plan_change_undone', { membershipId, planId, planVersion, because, ...told }))];
}
