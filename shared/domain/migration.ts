import * as z from 'zod/mini';
import { addDays } from './calendar.ts';
import { PlanId, StaffId } from './ids.ts';
import { refuseUnless } from './refusal.ts';
import { Instant, LocalDate } from './time.ts';
import { VersionExclusion } from './version-exclusion.ts';
import type { Moving } from './version-move.ts';

const Count = z.int().check(z.minimum(0));
/** What going through everybody has come to. */
export const MigrationCount = z.strictObject({
  /** Clients that were looked at, with or without a membership. */
  clients: Count,
  /** Memberships that wait for their first bill of the new version; while it is called off, those that do not any more. */
  done: Count,
  /** Memberships that are on it already: they joined on it, or were billed. */
  onVersion: Count,
  /** What the first bills of those that move come to, and what they would have come to: minor units, tax included. */
  before: Count,
  after: Count,
  /** What is not named is nobody. */
  excluded: z.partialRecord(VersionExclusion, Count),
});
export type MigrationCount = z.infer<typeof MigrationCount>;

export const nobodyMoved: MigrationCount = {
  clients: 0,
  done: 0,
  onVersion: 0,
  before: 0,
  after: 0,
  excluded: {},
};

/** The figures that somebody has seen and said yes to. */
export const SeenFigures = z.pick(MigrationCount, { clients: true, done: true, before: true, after: true });
export type SeenFigures = z.infer<typeof SeenFigures>;

/**
 * The members of a plan move to its newest version, each with the first bill on or after `from` that leaves them the
 * notice (rule PC2). First everybody is counted once more (`checking`): when that is not what was seen and agreed to,
 * nobody is moved (`outdated`).
 */
export const Migration = z.strictObject({
  planId: PlanId,
  version: z.int().check(z.minimum(2)),
  from: LocalDate,
  startedAt: Instant,
  startedBy: StaffId,
  seen: SeenFigures,
  state: z.enum(['checking', 'outdated', 'moving', 'moved', 'undoing', 'undone']),
  count: MigrationCount,
  /** The first and the last day on which somebody is billed by the new version for the first time. */
  firstBill: z.optional(LocalDate),
  lastBill: z.optional(LocalDate),
});
export type Migration = z.infer<typeof Migration>;

/** How far ahead the new version may begin. */
export const latestMoveDays = 366;

/** Refuses `move_day_out_of_range` (details: `earliest`, `latest`); `earliest` is the first day that the notice allows. */
export function refuseMoveDay(from: LocalDate, earliest: LocalDate, today: LocalDate): void {
  const latest = addDays(today, latestMoveDays);
  refuseUnless(from >= earliest && from <= latest, 'move_day_out_of_range', { earliest, latest });
}

/** True while the job goes through everybody. */
export const isMigrating = ({ state }: Pick<Migration, 'state'>): boolean =>
  state === 'checking' || state === 'moving' || state === 'undoing';

/** True while members wait for their first bill of the new version. */
export const isMigrationWaiting = ({ state, lastBill }: Pick<Migration, 'state' | 'lastBill'>, today: LocalDate) =>
  state === 'moved' && lastBill !== undefined && lastBill >= today;

/**
 * Whether another run may take the place of one: again for the same version, for those who were left out, or for a newer
 * one once nobody waits for this. Refuses `migration_at_work`, `migration_waits`.
 */
export function refuseSecondRun(before: Migration, version: number, today: LocalDate): void {
  refuseUnless(!isMigrating(before), 'migration_at_work');
  refuseUnless(before.version === version || !isMigrationWaiting(before, today), 'migration_waits');
}

/** Calls it off for everybody who was not billed by the new version yet. Refuses `migration_over`. */
export function undoMigration(migration: Migration): Migration {
  refuseUnless(['checking', 'moving', 'moved'].includes(migration.state), 'migration_over');
  return { ...migration, state: 'undoing', count: nobodyMoved };
}

/** The sum of what two parts have come to. */
export const addMoved = (a: MigrationCount, b: MigrationCount): MigrationCount => ({
  clients: a.clients + b.clients,
  done: a.done + b.done,
  onVersion: a.onVersion + b.onVersion,
  before: a.before + b.before,
  after: a.after + b.after,
  excluded: Object.fromEntries(
    VersionExclusion.options
      .map((why) => [why, (a.excluded[why] ?? 0) + (b.excluded[why] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  ),
});

/** What deciding on one membership counts as. */
export function countMoving(moving: Moving): MigrationCount {
  switch (moving.kind) {
    case 'moves':
    case 'is_moved':
      return { ...nobodyMoved, done: 1, before: moving.bill.before, after: moving.bill.after };
    case 'on_version':
      return { ...nobodyMoved, onVersion: 1 };
    case 'excluded':
      return { ...nobodyMoved, excluded: { [moving.why]: 1 } };
    case 'none':
      return nobodyMoved;
    default:
      return moving satisfies never;
  }
}

/** Somebody always joins or leaves meanwhile: so many memberships, or this share of what was seen, are no other figures. */
const fewMemberships = 2;
const smallShare = 0.02;

/** Whether what is there now is still what was seen and agreed to: about as many, at about the same price each. */
export function isStillAsSeen(seen: SeenFigures, now: MigrationCount): boolean {
  const nearly = (a: number, b: number, least: number) => Math.abs(a - b) <= Math.max(least, smallShare * a);
  const each = (sum: number, { done }: { readonly done: number }) => (done === 0 ? 0 : sum / done);
  return (
    nearly(seen.done, now.done, fewMemberships) &&
    nearly(each(seen.before, seen), each(now.before, now), 0) &&
    nearly(each(seen.after, seen), each(now.after, now), 0)
  );
}
