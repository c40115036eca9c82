import type { TravellingClock } from './clock.ts';

/** A journey under way, for the console. Instants in milliseconds since 1970. */
export interface Journey {
  readonly from: number;
  readonly to: number;
  readonly reached: number;
}

export interface Traveller {
  /** Moves the clock to `instant`, stop by stop, and waits at each until everything that fell due there is done. */
  travelTo(instant: number): Promise<void>;
  readonly journey: Journey | undefined;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * In one leap a month's events would all happen at its last instant: a mail for the third day would say the thirtieth.
 * Stops of an hour, or of a day on longer journeys, keep them in their order without taking minutes.
 */
export function createTraveller(clock: TravellingClock, idle: () => Promise<void>): Traveller {
  let journey: Journey | undefined;
  let last: Promise<void> = Promise.resolve();

  async function go(to: number): Promise<void> {
    const from = clock.now();
    const stride = to - from > 2 * day ? day : hour;
    try {
      for (let reached = from; reached < to; ) {
        reached = Math.min(to, reached + stride);
        journey = { from, to, reached };
        await clock.moveTo(reached);
        await idle();
      }
    } finally {
      journey = undefined;
    }
  }

  return {
    travelTo(instant) {
      // One after another: two journeys at once would overtake each other.
      last = last.catch(() => {}).then(() => go(instant));
      return last;
    },
    get journey() {
      return journey;
    },
  };
}
