import { randomUUID } from 'node:crypto';
import { localPlace } from '../protocol/place.ts';
import { compileCron, type DueBetween, invalid } from './cron.ts';
import { deliver } from './deliver.ts';
import { isoSeconds } from './put-events.ts';
import type { Delivery, DeliveryPorts, RetryPolicy } from './types.ts';

/**
 * A rule with a ScheduleExpression or an EventBridge Scheduler schedule: `rate(5 minutes)` or `cron(0 6 * * ? *)`, UTC.
 * `input` is the constant JSON the function receives instead of the scheduled event; a schedule's input may name
 * `<aws.scheduler.scheduled-time>`.
 */
export interface Schedule {
  readonly name: string;
  readonly kind?: 'rule' | 'scheduler';
  readonly expression: string;
  readonly functionName: string;
  readonly input?: string;
  readonly retry: RetryPolicy;
  readonly deadLetterQueueUrl?: string;
}

export interface Schedules {
  /** Runs one schedule as if `at` (milliseconds) were its due instant; throws for an unknown name. */
  runNow(name: string, at: number): Promise<Pick<Delivery, 'outcome' | 'attempts' | 'error'>>;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

// A jump of a month over a sweep every five minutes would mean nine thousand runs, each finding nothing new. Of several
// runs within a day only the last is made: a sweep asks for every row due *until* its instant, so it does the work of
// those before it. What runs once a day looks at its day, so a few of those are made; the clock stops once a day on
// long journeys (local/travel.ts).
const mostRunsPerJump = 3;
const day = 86_400_000;
const lastOfEachDay = (due: readonly number[]): number[] =>
  due.filter((at, index) => (due[index + 1] ?? Number.POSITIVE_INFINITY) - at >= day);

const tick = 1_000;

/** Fires the schedules on the local clock: every second in real time, and in order of their instants after a jump. */
export function startSchedules(options: { readonly schedules: readonly Schedule[] } & DeliveryPorts): Schedules {
  const { clock } = options;
  const schedules = options.schedules.map((schedule) => ({ schedule, dueBetween: compile(schedule.expression) }));
  let firedUntil = clock.now();
  let queue: Promise<void> = Promise.resolve();

  function fireUntil(to: number): Promise<void> {
    const from = firedUntil;
    if (to <= from) return queue;
    firedUntil = to;
    const due = schedules
      .flatMap(({ schedule, dueBetween }) =>
        lastOfEachDay(dueBetween(from, to, mostRunsPerJump)).map((at) => ({ schedule, at })),
      )
      .sort((a, b) => a.at - b.at);
    queue = queue.then(async () => {
      // Side by side where they fall together, as on AWS; one instant after the other.
      for (const together of Map.groupBy(due, ({ at }) => at).values()) {
        await Promise.all(together.map(({ schedule, at }) => run(schedule, at)));
      }
    });
    return queue;
  }

  function run(schedule: Schedule, at: number) {
    return deliver(
      { ...schedule, kind: 'lambda', payload: payloadOf(schedule, at, options), acceptedAt: clock.now() },
      options,
    );
  }

  const timer = setInterval(() => fireUntil(clock.now()), tick);
  timer.unref();
  const unsubscribe = clock.onAdvance((_, to) => fireUntil(to));
  return {
    runNow(name, at) {
      const schedule = options.schedules.find((each) => each.name === name);
      if (!schedule) throw new Error(`There is no schedule ${name}; the assembly has ${namesOf(options.schedules)}.`);
      return run(schedule, at);
    },
    idle: () => queue,
    close: async () => {
      clearInterval(timer);
      unsubscribe();
      await queue;
    },
  };
}

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function compile(expression: string): DueBetween {
  const cron = /^cron\((.+)\)$/.exec(expression)?.[1];
  if (cron) return compileCron(cron);
  const [, count, unit, plural] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  if (!count || !unit || (count === '1') === (plural === 's')) throw invalid(expression);
  const period = Number(count) * (units[unit] ?? 0);
  return (from, to, limit) => {
    const due: number[] = [];
    for (let at = to - (to % period); at > from && due.length < limit; at -= period) due.push(at);
    return due.reverse();
  };
}

function payloadOf(schedule: Schedule, at: number, { place = localPlace }: DeliveryPorts): unknown {
  const scheduler = schedule.kind === 'scheduler';
  const time = isoSeconds(at);
  if (schedule.input !== undefined) {
    const input = scheduler ? schedule.input.replaceAll('<aws.scheduler.scheduled-time>', time) : schedule.input;
    return JSON.parse(input);
  }
  const arn = scheduler
    ? `arn:aws:scheduler:${place.region}:${place.account}:schedule/default/${schedule.name}`
    : `arn:aws:events:${place.region}:${place.account}:rule/${schedule.name}`;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: scheduler ? 'aws.scheduler' : 'aws.events',
    account: place.account,
    time,
    region: place.region,
    resources: [arn],
    // EventBridge Scheduler writes the empty detail as text, a rule as an object.
    detail: scheduler ? '{}' : {},
  };
}

function namesOf(schedules: readonly Schedule[]): string {
  return schedules.map((each) => each.name).join(', ') || 'none';
}
