import { addDays } from '../../shared/domain/calendar.ts';
import { type Closing, type Closure, closeFor, isOfClosure, withoutPutOff } from '../../shared/domain/closure.ts';
import { bookPause } from '../../shared/domain/pause-books.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { calledOff, decidePauseChange, pauseSubject, pauseWrites } from './pause-membership.ts';
import { type LoadedScene, loadScene, type Scene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** What pausing needs of the world: no money moves. */
export type ClosureWorld = Pick<BillingWorld, 'table' | 'chance' | 'configurations' | 'tzdata'>;

/** What became of a membership. */
export type Closed = Closing['kind'] extends infer Kind ? Exclude<Kind, 'pauses'> | 'paused' : never;

/** What a closure does to a membership: decided, not written. */
export const closingOf = (
  { membership, business, plan, occasion }: LoadedScene,
  closure: Pick<Closure, 'from' | 'until'>,
) => closeFor(membership, closure, { policies: business.pauses, plan, today: occasion.today, at: occasion.at });

/** Pauses one membership for a closure; again it finds it paused, whoever was faster (rule P10). */
export const closeOne = (world: ClosureWorld, scene: Scene, closure: Closure): Promise<Closing> =>
  change<Closing>(
    world.table,
    async () => {
      const now = await loadScene(world, scene);
      if (now === undefined) return { writes: [], reply: { kind: 'none' } };
      const closing = closingOf(now, closure);
      if (closing.kind !== 'pauses') return { writes: [], reply: closing };
      const books = bookPause(closing.membership, now.snapshot.account.value, now.occasion);
      const agreed = announce(now.event('membership.pause_agreed', pauseSubject(books.membership)));
      return { writes: [...pauseWrites(world, now, books), agreed], reply: closing };
    },
    { pause: world.chance.pause },
  );

/** Takes the pause of a closure back: one that was to come is off, one that runs ends today. */
export const reopenOne = (world: ClosureWorld, scene: Scene, closure: Closure): Promise<boolean> =>
  change<boolean>(
    world.table,
    async () => {
      const now = await loadScene(world, scene);
      const { today } = now?.occasion ?? {};
      const forgotten = now && withoutPutOff(now.membership, closure);
      if (now && forgotten) return { writes: [now.become(forgotten)], reply: false };
      const isOurs = now !== undefined && isOfClosure(now.membership, closure) && closure.until > (today ?? '');
      if (!isOurs) return { writes: [], reply: false };
      const books = decidePauseChange(now, { kind: 'resume' }, 'staff');
      const off = calledOff(now, books.membership, 'closure_undone');
      return { writes: [...pauseWrites(world, now, books), ...off], reply: true };
    },
    { pause: world.chance.pause },
  );

/** The closure as events name it: its days, the last one inclusive. */
export const closureSubject = ({ from, until }: Closure): Record<string, string> => ({
  from,
  lastDay: addDays(until, -1),
});
