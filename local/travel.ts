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

/** What the journey passes through. */
export interface Landscape {
  /** Resolves when everything that fell due so far is done. */
  idle(): Promise<void>;
  /** The next instant after now at which something falls due; undefined when nothing is known to. */
  nextDue(): Promise<{ readonly at: number } | undefined>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The sweeps' rate: what falls due between two of them is found by the second. */
const sweep = 5 * minute;

/**
 * In one leap a month's events would all happen at its last instant: a renewal of the third would say the thirtieth,
 * and its mail would go at once. So the clock stops at each sweep that will find something, and at least every hour,
 * or every day on longer journeys, for what no index knows.
 */
export function createTraveller(clock: TravellingClock, { idle, nextDue }: Landscape): Traveller {
  let journey: Journey | undefined;
  let last: Promise<void> = Promise.resolve();

  async function stopAfter(reached: number, to: number, stride: number): Promise<number> {
    const due = await nextDue();
    const swept = due === undefined ? to : Math.ceil(due.at / sweep) * sweep;
    return Math.min(to, reached + stride, swept);
  }

  async function go(to: number): Promise<void> {
    const from = clock.now();
    const stride = to - from > 2 * day ? day : hour;
    try {
      for (let reached = from; reached < to; ) {
        reached = await stopAfter(reached, to, stride);
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
