import { localDateOf, startOfDay } from '../../shared/domain/calendar.ts';
import { addCounts, type Closing, type ClosureCount, nobodyYet } from '../../shared/domain/closure.ts';
import { type ClosureWorld, closeOne, reopenOne } from '../billing/close-salon.ts';
import { change } from '../store/change.ts';
import { type ClosureRow, closureWrite, mostNamed, type NamedExclusion, readClosure } from '../store/closure-row.ts';
import { everybodyPage } from '../store/everybody.ts';
import { loadMember } from '../store/member-snapshot.ts';
import type { Stored } from '../store/stored.ts';
import type { Walked } from './run-walks.ts';
import { pageSize, someAtOnce } from './some-at-once.ts';

/**
 * Goes through everybody of a business for its closure, page by page: each membership is a transaction of its own and
 * is paused once, what a page came to is another, so any run goes on where one stopped (rules P10, I10).
 */
export async function walkClosure(
  world: ClosureWorld,
  slug: string,
  at: number,
  hasTime: () => boolean,
): Promise<Walked> {
  let clients = 0;
  const configuration = await world.configurations.reload(slug);
  if (configuration === undefined) throw new Error(`there is no business ${slug}`);
  const { timeZone } = configuration.business.value;
  for (;;) {
    const stored = await readClosure(world.table, slug);
    if (stored === undefined) return { outcome: 'nothing_due', clients };
    const closure = begun(stored.value, localDateOf(at, timeZone));
    if (!isAtWork(closure)) {
      // It stands on the index for a day that has not come.
      const isOurs = await written(world, slug, stored, closure, nextDue(closure, timeZone));
      return { outcome: isOurs ? 'nothing_due' : 'elsewhere', clients };
    }
    if (!hasTime()) return { outcome: 'more_left', clients };
    const page = await everybodyPage(world.table, slug, { after: closure.after, limit: pageSize });
    const { count, named } = await workOn(world, slug, closure, page.memberIds, at);
    const after = afterPage(closure, count, named, page.next);
    const due = isAtWork(after) ? at : nextDue(after, timeZone);
    if (!(await written(world, slug, stored, after, due))) return { outcome: 'elsewhere', clients };
    clients += count.clients;
    if (!isAtWork(after)) return { outcome: 'done', clients };
  }
}

const isAtWork = ({ state }: ClosureRow): boolean =>
  state === 'pausing' || state === 'pausing_again' || state === 'undoing';

/** On the first day everybody is gone through once more: who has paid or joined meanwhile pauses as well. */
function begun(closure: ClosureRow, today: string): ClosureRow {
  if (closure.state !== 'planned' || closure.from > today) return closure;
  const { after: _, ...rest } = closure;
  return { ...rest, state: 'pausing_again', count: nobodyYet, named: [] };
}

const nextDue = ({ state, from }: ClosureRow, timeZone: string): number | undefined =>
  state === 'planned' ? startOfDay(from, timeZone) : undefined;

const ended = { pausing: 'planned', pausing_again: 'set', undoing: 'undone' } as const;

function afterPage(
  closure: ClosureRow,
  count: ClosureCount,
  named: readonly NamedExclusion[],
  next: string | undefined,
): ClosureRow {
  const { after: _, state, ...rest } = closure;
  const isAt = state === 'pausing' || state === 'pausing_again' || state === 'undoing';
  return {
    ...rest,
    state: next === undefined && isAt ? ended[state] : state,
    count: addCounts(closure.count, count),
    named: [...closure.named, ...named].slice(0, mostNamed),
    ...(next === undefined ? {} : { after: next }),
  };
}

/** A page of clients: who is paused already is counted as such. */
async function workOn(
  world: ClosureWorld,
  slug: string,
  closure: ClosureRow,
  memberIds: readonly string[],
  at: number,
): Promise<{ readonly count: ClosureCount; readonly named: readonly NamedExclusion[] }> {
  const clients = await someAtOnce(memberIds, (memberId) => clientOf(world, slug, closure, memberId, at));
  return {
    count: clients.map(({ one }) => one).reduce(addCounts, nobodyYet),
    named: clients.flatMap(({ excluded }) => excluded),
  };
}

async function clientOf(world: ClosureWorld, slug: string, closure: ClosureRow, memberId: string, at: number) {
  const member = await loadMember(world.table, slug, memberId);
  let one: ClosureCount = { ...nobodyYet, clients: 1 };
  const excluded: NamedExclusion[] = [];
  for (const { value } of member?.memberships ?? []) {
    const { membershipId } = value;
    const actor = { kind: 'system', job: 'run-closures' } as const;
    const scene = { slug, memberId, membershipId, actor, at, requestId: `closure-${closure.from}` };
    if (closure.state === 'undoing') {
      if (await reopenOne(world, scene, closure)) one = { ...one, done: one.done + 1 };
      continue;
    }
    const closing = await closeOne(world, scene, closure);
    one = addCounts(one, countOf(closing));
    if (closing.kind === 'excluded') excluded.push({ memberId, membershipId, why: closing.why });
  }
  return { one, excluded };
}

function countOf(closing: Closing): ClosureCount {
  switch (closing.kind) {
    case 'pauses':
    case 'is_paused':
      return { ...nobodyYet, done: 1 };
    case 'excluded':
      return { ...nobodyYet, excluded: { [closing.why]: 1 } };
    case 'none':
      return nobodyYet;
    default:
      return closing satisfies never;
  }
}

const written = (
  { table, chance }: ClosureWorld,
  slug: string,
  before: Stored<ClosureRow>,
  after: ClosureRow,
  dueAt: number | undefined,
): Promise<boolean> =>
  change(
    table,
    async () => {
      const isOurs = (await readClosure(table, slug))?.version === before.version;
      return { writes: isOurs ? [closureWrite(slug, before, after, dueAt)] : [], reply: isOurs };
    },
    { pause: chance.pause },
  );
