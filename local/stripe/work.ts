import type Stripe from 'stripe';
import type { LocalClock } from '../ports.ts';
import type { Books, RecordedEvent } from './books.ts';
import { newId } from './ids.ts';
import { booksOf, platform, type State } from './state.ts';

/** The version whose shapes the simulator speaks: the one that the `stripe` package pins. */
export const apiVersion: Stripe.LatestApiVersion = '2026-10-28.endive';

/** What all requests share. */
export interface World {
  readonly state: State;
  readonly clock: LocalClock;
  /** Base URL of the simulator itself, for the pages that people are sent to. */
  readonly endpoint: () => string;
  readonly publish: (event: RecordedEvent) => void;
}

/** One piece of work for one account, begun by a request, on a page or by the simulator's controls. */
export interface Work {
  readonly world: World;
  readonly account: string;
  readonly books: Books;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  /** How many times the answer to this request gets lost on its way. */
  lost: number;
}

const eventsKept = 30 * 24 * 60 * 60;

export function beginWork(world: World, account: string, request: Work['request'] = nobody): Work {
  return { world, account, books: booksOf(world.state, account), request, lost: 0 };
}

const nobody: Work['request'] = { id: null, idempotency_key: null };

/** The clock's time in Stripe's unit. */
export function secondsNow(world: World): number {
  return Math.floor(world.clock.now() / 1000);
}

/** Records an event and sends it on its way. `previous` holds the old values of what an update changed. */
export function emit(work: Work, type: Stripe.Event['type'], object: object, previous?: object): void {
  const { world, account, books } = work;
  const created = secondsNow(world);
  const event: RecordedEvent = {
    id: newId('evt'),
    object: 'event',
    ...(account === platform ? {} : { account }),
    api_version: apiVersion,
    created,
    data: { object, ...(previous === undefined ? {} : { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 1,
    request: work.request,
    type,
  };
  for (const [id, old] of books.events) {
    if (old.created > created - eventsKept) break;
    books.events.delete(id);
  }
  books.events.set(event.id, event);
  world.publish(event);
}
