import * as z from 'zod/mini';
import { MemberId, MembershipId } from '../../domain/ids.ts';
import { Migration, MigrationCount, SeenFigures } from '../../domain/migration.ts';
import { LocalDate } from '../../domain/time.ts';
import { VersionExclusion } from '../../domain/version-exclusion.ts';
import type { Operations } from '../operation.ts';
import { MembershipView } from '../views.ts';

const Named = { memberId: MemberId, membershipId: MembershipId, name: z.string() };
const Version = z.int().check(z.minimum(1));

/** A membership that would move: its version, its first bill on the new one, and what that bill would have been. */
export const MovingMembership = z.strictObject({
  ...Named,
  version: Version,
  on: LocalDate,
  /** Minor units, tax included. */
  before: z.int(),
  after: z.int(),
});
export type MovingMembership = z.infer<typeof MovingMembership>;

export const NotMoving = z.strictObject({ ...Named, why: VersionExclusion });
export type NotMoving = z.infer<typeof NotMoving>;

/** What moving would do to some of the clients; `next` leads to more. */
export const MigrationPreview = z.strictObject({
  count: MigrationCount,
  moving: z.array(MovingMembership),
  excluded: z.array(NotMoving),
  next: z.optional(z.string()),
});
export type MigrationPreview = z.infer<typeof MigrationPreview>;

/** The newest move of a plan's members to a new version. */
export const MigrationView = z.strictObject({
  ...z.pick(Migration, { version: true, from: true, startedAt: true, state: true, count: true, seen: true }).shape,
  ...z.pick(Migration, { firstBill: true, lastBill: true }).shape,
  startedBy: z.optional(z.string()),
  mayUndo: z.boolean(),
  excluded: z.array(NotMoving),
});
export type MigrationView = z.infer<typeof MigrationView>;

const path = '/{business}/staff/plans/{planId}/migration' as const;
const reply = z.strictObject({ migration: MigrationView });
/** Why members cannot be moved to a version at all. */
const versionRefusals = ['not_found', 'no_earlier_version', 'versions_too_different', 'conflicting_change'] as const;

/** Moving the members of a plan to its newest version (rule PC2). */
export const migrationOperations = {
  getMigration: {
    summary: 'The newest move of a plan’s members to a new version, with how far it has come',
    method: 'GET',
    path,
    audience: 'staff',
    permission: 'plans.manage',
    /** `earliest` is the first day that the notice allows; absent where nobody can be moved, with the reason. */
    reply: z.strictObject({
      migration: z.optional(MigrationView),
      today: LocalDate,
      earliest: z.optional(LocalDate),
      impossible: z.optional(z.enum(['no_earlier_version', 'versions_too_different'])),
    }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'nobody sees how far a move to a new version has come; it goes on',
  },
  previewMigration: {
    summary: 'What moving members to the newest version would do, a part of the clients at a time; nothing is changed',
    method: 'POST',
    path: `${path}/preview`,
    audience: 'staff',
    permission: 'plans.manage',
    body: z.strictObject({ version: Version, from: LocalDate, after: z.optional(z.string().check(z.maxLength(400))) }),
    reply: MigrationPreview,
    refusals: [...versionRefusals, 'move_day_out_of_range'],
    needs: ['table:read'],
    errorImpact: 'nobody sees what a new version does to members before moving them',
  },
  moveMembers: {
    summary: 'Moves the members of a plan to its newest version, each with a bill after the notice, in the background',
    method: 'POST',
    path,
    audience: 'staff',
    permission: 'plans.manage',
    idempotent: true,
    /** `seen`: the figures of the preview. When they are others by then, nobody is moved. */
    body: z.strictObject({ version: Version, from: LocalDate, seen: SeenFigures }),
    reply,
    status: 201,
    refusals: [...versionRefusals, 'move_day_out_of_range', 'migration_at_work', 'migration_waits'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members stay on their versions of a plan; a new price reaches those who join only',
  },
  undoMigration: {
    summary: 'Calls the move off for everybody who was not billed by the new version yet',
    method: 'POST',
    path: `${path}/undo`,
    audience: 'staff',
    permission: 'plans.manage',
    idempotent: true,
    body: z.strictObject({ version: Version }),
    reply,
    refusals: ['not_found', 'migration_over'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'a new price cannot be called off for everybody; memberships can be kept on their version one by one',
  },
  keepVersion: {
    summary: 'Says that a membership stays on its version when others move, or that it does not have to any more',
    method: 'PUT',
    path: '/{business}/staff/members/{memberId}/memberships/{membershipId}/version',
    audience: 'staff',
    permission: 'plans.manage',
    body: z.strictObject({ keeps: z.boolean() }),
    reply: z.strictObject({ membership: MembershipView }),
    refusals: ['not_found', 'membership_not_running', 'payment_in_progress'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'somebody who was promised the old price is moved with the others',
  },
} as const satisfies Operations;
