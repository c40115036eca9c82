import { addDays } from '../../shared/domain/calendar.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import {
  agreeOnPause,
  changePause,
  firstPausedDay,
  type PauseChange,
  type PauseRequest,
  type PauseStart,
} from '../../shared/domain/pause.ts';
import { bookPause, type PausedBooks } from '../../shared/domain/pause-books.ts';
import type { Outcome } from '../store/change.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { announce } from '../store/event-writes.ts';
import type { Write } from '../store/table.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** What is asked for, before the business's own choices fill in what was left out. */
export interface AskedPause extends Partial<Pick<PauseRequest, 'dates' | 'benefits'>> {
  readonly start: PauseStart;
  readonly lastDay: string | undefined;
  readonly by: 'member' | 'staff';
  readonly beyondLimits: boolean;
  readonly reason?: string | undefined;
}

/** The membership and its credits with the pause: decided, not written. Refuses as `agreeOnPause`. */
export function decidePause(scene: LoadedScene, asked: AskedPause): PausedBooks {
  const { membership, business, plan, snapshot, occasion } = scene;
  const { today, at } = occasion;
  const policies = business.pauses;
  const request: PauseRequest = {
    from: firstPausedDay(membership, asked.start, today),
    lastDay: asked.lastDay,
    dates: asked.dates ?? policies.dates,
    benefits: asked.benefits ?? policies.benefits,
    by: asked.by,
    beyondLimits: asked.beyondLimits,
    reason: asked.reason,
  };
  const agreed = agreeOnPause(membership, request, { policies, plan, today, at });
  return bookPause(agreed, snapshot.account.value, occasion);
}

/** Another end of the pause: decided, not written. Refuses as `changePause`. */
export function decidePauseChange(scene: LoadedScene, change: PauseChange, by: 'member' | 'staff'): PausedBooks {
  const { membership, business, snapshot, occasion } = scene;
  const changed = changePause(membership, change, by, {
    policies: business.pauses,
    today: occasion.today,
    at: occasion.at,
  });
  return bookPause(changed, snapshot.account.value, occasion);
}

type World = Pick<BillingWorld, 'chance'>;

/** The writes of a membership whose pause has come to another place, with the credits that rest or wake. */
export function pauseWrites(world: World, scene: LoadedScene, { membership, credits }: PausedBooks): Write[] {
  return [
    scene.become(membership),
    ...creditWrites(scene.snapshot, credits, {
      slug: scene.slug,
      timeZone: scene.business.timeZone,
      requestId: scene.requestId,
      newEventId: () => world.chance.newId('event', scene.at),
    }),
  ];
}

/** The pause as events name it: its days, the last one inclusive. */
export const pauseSubject = ({ membershipId, pause }: Membership): Record<string, string> => ({
  membershipId,
  ...(pause === undefined ? {} : { from: pause.from }),
  ...(pause?.until === undefined ? {} : { lastDay: addDays(pause.until, -1) }),
});

/** Pauses the membership (rules P1–P6). */
export function paused(world: World, scene: LoadedScene, asked: AskedPause): Outcome<Membership> {
  const books = decidePause(scene, asked);
  const agreed = announce(scene.event('membership.pause_agreed', pauseSubject(books.membership)));
  return { writes: [...pauseWrites(world, scene, books), agreed], reply: books.membership };
}

/** Changes the pause, or ends it today (rule P7). */
export function pauseChanged(
  world: World,
  scene: LoadedScene,
  change: PauseChange,
  by: 'member' | 'staff',
): Outcome<Membership> {
  const books = decidePauseChange(scene, change, by);
  const { membershipId, membership, occasion } = scene;
  // The same change again, because its answer was lost or somebody was faster: nobody hears of it twice.
  if (isSamePause(membership.pause, books.membership.pause)) return { writes: [], reply: membership };
  const { from } = membership.pause ?? {};
  const hasBegun = from !== undefined && from <= occasion.today;
  const event =
    books.membership.pause !== undefined
      ? [announce(scene.event('membership.pause_changed', pauseSubject(books.membership)))]
      : hasBegun
        ? [announce(scene.event('membership.resumed', { membershipId, early: 1 }))]
        : calledOff(scene, books.membership, 'requested');
  return { writes: [...pauseWrites(world, scene, books), ...event], reply: books.membership };
}

const isSamePause = (before: Membership['pause'], after: Membership['pause']): boolean =>
  before !== undefined && after !== undefined && before.until === after.until && before.reason === after.reason;

/** Announces that a pause which was to come does not; nothing when the membership has none, or still has it. */
export function calledOff(
  scene: LoadedScene,
  after: Membership,
  because: 'requested' | 'payment_open' | 'closure_undone',
): Write[] {
  const { pause, membershipId } = scene.membership;
  if (pause === undefined || after.pause !== undefined) return [];
  const why = because === 'payment_open' && pause.by === 'closure' ? 'closure_payment_open' : because;
  return [announce(scene.event('membership.pause_called_off', { membershipId, from: pause.from, because: why }))];
}
