import type { RecordedEvent } from '../books.ts';
import { newId } from '../ids.ts';
import type { Delivery, State } from '../state.ts';
import { createPost } from './post.ts';
import { nextAttempt } from './retries.ts';
import { signatureOf } from './signature.ts';

/** How webhooks misbehave. Everything that is left out stays as it is. */
export interface WebhookBehaviour {
  /** How many more times each event is sent than once. */
  readonly duplicates: number;
  /** Sends what is waiting in any order, several at once, instead of one after the other as it happened. */
  readonly shuffle: boolean;
  /** Sends nothing until it is released. */
  readonly hold: boolean;
  /** How long an event waits on the clock before it is sent. */
  readonly delayMs: number;
}

interface Parts {
  readonly state: State;
  readonly now: () => number;
  readonly url: () => string;
  readonly secrets: () => Promise<readonly string[]>;
  readonly changed: () => void;
}

// Stripe promises no order. Here the order is kept unless a test wants otherwise: a system that needs it is found by
// shuffling, and everything else can be repeated.
const inOrder = 1;
const shuffled = 8;
// Shuffling needs something to shuffle: what one piece of work causes is sent together.
const gathering = 30;

export type Webhooks = ReturnType<typeof createWebhooks>;

/** Sends events to the webhook address, signed anew each time, and again after a failure, by the clock. */
export function createWebhooks({ state, now, url, secrets, changed }: Parts) {
  const post = createPost();
  const underway = new Set<string>();
  const waiters = new Set<() => void>();
  let behaviour: WebhookBehaviour = { duplicates: 0, shuffle: false, hold: false, delayMs: 0 };
  let kicked: NodeJS.Timeout | undefined;
  let closed = false;

  /** What is to be sent now, at most `limit`: thousands may be waiting behind. */
  function due(limit: number): Delivery[] {
    const found: Delivery[] = [];
    for (const each of state.deliveries.values()) {
      if (found.length >= limit) break;
      if (each.dueAt <= now() && !underway.has(each.id)) found.push(each);
    }
    return found;
  }

  function add(event: RecordedEvent): void {
    const dueAt = now() + behaviour.delayMs;
    for (let copy = 0; copy <= behaviour.duplicates; copy += 1) {
      const id = newId('we');
      state.deliveries.set(id, { id, event, attempts: 0, since: now(), dueAt });
    }
    kick();
  }

  function kick(): void {
    if (closed || behaviour.hold) return;
    kicked ??= setTimeout(start, behaviour.shuffle ? gathering : 0);
  }

  function start(): void {
    kicked = undefined;
    const atOnce = behaviour.shuffle ? shuffled : inOrder;
    const free = behaviour.hold || closed ? 0 : Math.max(0, atOnce - underway.size);
    const waiting = due(behaviour.shuffle && free > 0 ? Number.POSITIVE_INFINITY : free);
    if (behaviour.shuffle) shuffle(waiting);
    for (const delivery of waiting.slice(0, free)) void deliver(delivery);
    settle();
  }

  async function deliver(delivery: Delivery): Promise<void> {
    underway.add(delivery.id);
    try {
      const body = JSON.stringify(delivery.event, null, 2);
      const signature = signatureOf(body, Math.floor(now() / 1000), await secrets());
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      };
      settleDelivery(delivery, await post.send(url(), headers, body));
    } catch (error) {
      console.error('The Stripe simulator could not send a webhook:', error);
      settleDelivery(delivery, false);
    } finally {
      underway.delete(delivery.id);
      start();
    }
  }

  function settleDelivery(delivery: Delivery, arrived: boolean): void {
    const attempts = delivery.attempts + 1;
    const next = arrived ? undefined : nextAttempt(attempts, delivery.since, now());
    if (closed) return;
    // Behind those that are due now.
    state.deliveries.delete(delivery.id);
    if (next !== undefined) state.deliveries.set(delivery.id, { ...delivery, attempts, dueAt: next });
    changed();
  }

  const isIdle = () => closed || behaviour.hold || (underway.size === 0 && due(1).length === 0);

  function settle(): void {
    if (!isIdle()) return;
    for (const resolve of waiters) resolve();
    waiters.clear();
  }

  return {
    add,
    /** The clock has moved, or the system has just started: what is due now is sent. */
    kick,
    /** Resolves when nothing is waiting to be sent now; what is held or waits for the clock does not count. */
    idle: (): Promise<void> => (isIdle() ? Promise.resolve() : new Promise((resolve) => void waiters.add(resolve))),
    behave(changes: Partial<WebhookBehaviour>): void {
      behaviour = { ...behaviour, ...changes };
      if (behaviour.hold) settle();
      kick();
    },
    /** Sends everything that is held or delayed, now. */
    release(): void {
      behaviour = { ...behaviour, hold: false };
      for (const each of state.deliveries.values()) {
        if (each.attempts === 0) state.deliveries.set(each.id, { ...each, dueAt: now() });
      }
      kick();
    },
    close(): void {
      closed = true;
      clearTimeout(kicked);
      post.close();
      settle();
    },
  };
}

function shuffle(items: unknown[]): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other], items[last]];
  }
}
