import {
  addMoved,
  countMoving,
  isMigrating,
  isStillAsSeen,
  type MigrationCount,
  nobodyMoved,
} from '../../shared/domain/migration.ts';
import type { Moving, VersionMove } from '../../shared/domain/version-move.ts';
import type { ClosureWorld } from '../billing/close-salon.ts';
import { callOffOne, moveOne, movingOf } from '../billing/move-membership.ts';
import { loadScene, type Scene } from '../billing/scene.ts';
import { change } from '../store/change.ts';
import { planVersionOf } from '../store/configuration.ts';
import { everybodyPage } from '../store/everybody.ts';
import { loadMember } from '../store/member-snapshot.ts';
import {
  type MigrationRow,
  migrationWrite,
  mostNotMoving,
  type NamedNotMoving,
  readMigration,
} from '../store/migration-row.ts';
import type { Stored } from '../store/stored.ts';
import type { Walked } from './run-walks.ts';
import { pageSize, someAtOnce } from './some-at-once.ts';

/** Milliseconds after which everybody is gone through once more, for those who were being charged. */
const onceMoreAfter = 5 * 60_000;
/** How often that is done. */
const mostAgain = 2;

/** Whose members are moved. */
export interface MovedPlan {
  readonly slug: string;
  readonly planId: string;
}

/** What became of one client's memberships. */
interface One {
  readonly count: MigrationCount;
  readonly bills: readonly string[];
  readonly named: readonly NamedNotMoving[];
}

/**
 * Goes through everybody of a business for a plan's new version, page by page: first to count, which changes nothing, then
 * to move. Each membership is a transaction of its own and is moved once, what a page came to is another, so any run goes
 * on where one stopped (rules PC2, I10).
 */
export async function walkMigration(
  world: ClosureWorld,
  { slug, planId }: MovedPlan,
  at: number,
  hasTime: () => boolean,
): Promise<Walked> {
  let clients = 0;
  const configuration = await world.configurations.reload(slug);
  if (configuration === undefined) throw new Error(`there is no business ${slug}`);
  for (;;) {
    const stored = await readMigration(world.table, slug, planId);
    if (stored === undefined || !isMigrating(stored.value)) return { outcome: 'nothing_due', clients };
    if (!hasTime()) return { outcome: 'more_left', clients };
    const { version, from, after } = stored.value;
    const to = planVersionOf(configuration, planId, version);
    if (to === undefined) throw new Error(`plan ${planId} version ${version} is missing`);
    const page = await everybodyPage(world.table, slug, { after, limit: pageSize });
    const ones = await someAtOnce(page.memberIds, (memberId) =>
      clientOf(world, { slug, memberId, at }, stored.value, { to, from }),
    );
    const next = afterPage(stored.value, ones, page.next);
    const isAgain = next.again !== stored.value.again;
    const dueAt = isMigrating(next) ? (isAgain ? at + onceMoreAfter : at) : undefined;
    if (!(await written(world, slug, stored, next, dueAt))) return { outcome: 'elsewhere', clients };
    clients += ones.length;
    if (!isMigrating(next) || isAgain) return { outcome: 'done', clients };
  }
}

async function clientOf(
  world: ClosureWorld,
  { slug, memberId, at }: Pick<Scene, 'slug' | 'memberId' | 'at'>,
  migration: MigrationRow,
  move: VersionMove,
): Promise<One> {
  const member = await loadMember(world.table, slug, memberId);
  const ofPlan = (member?.memberships ?? []).filter(({ value }) => value.planId === move.to.planId);
  let one: One = { count: { ...nobodyMoved, clients: 1 }, bills: [], named: [] };
  for (const { value } of ofPlan) {
    const { membershipId } = value;
    const actor = { kind: 'system', job: 'run-migrations' } as const;
    const requestId = `migration-${move.to.planId}-${move.to.version}`;
    const scene = { slug, memberId, membershipId, actor, at, requestId };
    one = await withMembership(world, scene, migration, move, one);
  }
  return one;
}

async function withMembership(
  world: ClosureWorld,
  scene: Scene,
  { state }: MigrationRow,
  move: VersionMove,
  one: One,
): Promise<One> {
  if (state === 'undoing') {
    const done = (await callOffOne(world, scene, move.to)) ? 1 : 0;
    return { ...one, count: addMoved(one.count, { ...nobodyMoved, done }) };
  }
  const moving = state === 'moving' ? await moveOne(world, scene, move) : await looked(world, scene, move);
  const { memberId, membershipId } = scene;
  return {
    count: addMoved(one.count, countMoving(moving)),
    bills: 'bill' in moving ? [...one.bills, moving.bill.on] : one.bills,
    named: moving.kind === 'excluded' ? [...one.named, { memberId, membershipId, why: moving.why }] : one.named,
  };
}

async function looked(world: ClosureWorld, scene: Scene, move: VersionMove): Promise<Moving> {
  const now = await loadScene(world, scene);
  return now === undefined ? { kind: 'none' } : movingOf(now, move);
}

function afterPage(migration: MigrationRow, ones: readonly One[], next: string | undefined): MigrationRow {
  const { after: _, firstBill, lastBill, ...rest } = migration;
  const bills = [firstBill, lastBill, ...ones.flatMap((one) => one.bills)].filter((day) => day !== undefined).sort();
  const [first, last] = [bills[0], bills.at(-1)];
  const sum: MigrationRow = {
    ...rest,
    count: ones.map(({ count }) => count).reduce(addMoved, migration.count),
    named: [...migration.named, ...ones.flatMap(({ named }) => named)].slice(0, mostNotMoving),
    ...(first === undefined || last === undefined ? {} : { firstBill: first, lastBill: last }),
  };
  return next === undefined ? afterEverybody(sum) : { ...sum, after: next };
}

/** Nobody is moved when the figures are not those that were agreed to any more. */
function afterEverybody(migration: MigrationRow): MigrationRow {
  const { firstBill: _, lastBill: __, ...unmoved } = migration;
  const { state, count, again = 0, seen } = migration;
  switch (state) {
    case 'checking':
      return isStillAsSeen(seen, count)
        ? { ...unmoved, state: 'moving', count: nobodyMoved, named: [] }
        : { ...unmoved, state: 'outdated' };
    case 'moving':
      return (count.excluded.busy ?? 0) > 0 && again < mostAgain
        ? { ...migration, again: again + 1, count: nobodyMoved, named: [] }
        : { ...migration, state: 'moved' };
    case 'undoing':
      return { ...migration, state: 'undone' };
    case 'moved':
    case 'outdated':
    case 'undone':
      return migration;
    default:
      return state satisfies never;
  }
}

const written = (
  { table, chance }: ClosureWorld,
  slug: string,
  before: Stored<MigrationRow>,
  after: MigrationRow,
  dueAt: number | undefined,
): Promise<boolean> =>
  change(
    table,
    async () => {
      const isOurs = (await readMigration(table, slug, after.planId))?.version === before.version;
      return { writes: isOurs ? [migrationWrite(slug, before, after, dueAt)] : [], reply: isOurs };
    },
    { pause: chance.pause },
  );
