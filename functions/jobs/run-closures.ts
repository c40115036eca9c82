import type { Context, EventBridgeEvent } from 'aws-lambda';
import type { ClosureWorld } from '../billing/close-salon.ts';
import { chance } from '../runtime/chance.ts';
import { configurationCache } from '../runtime/configuration-cache.ts';
import { env } from '../runtime/environment.ts';
import { described, log } from '../runtime/log.ts';
import { tzdataVersion } from '../runtime/tzdata.ts';
import { uptime } from '../runtime/uptime.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { dueKeys } from './due-keys.ts';
import { timeLeft } from './scheduled.ts';
import { walkClosure } from './walk-closure.ts';

const work = 'run-closures';

/** What a run came to. `failed` businesses are due again at the next. */
export interface ClosuresRun {
  readonly outcome: 'done' | 'more_left';
  readonly businesses: number;
  readonly clients: number;
  readonly failed: number;
}

/** Goes on with every closure that is due at an instant (milliseconds), one business after the other. */
export async function runClosures(world: ClosureWorld, at: number, hasTime: () => boolean): Promise<ClosuresRun> {
  const sum = { businesses: 0, clients: 0, failed: 0 };
  for await (const { pk } of dueKeys(world.table, 'CLOSURE', at)) {
    const slug = pk.split('#')[1] ?? '';
    if (!hasTime()) return { outcome: 'more_left', ...sum };
    try {
      const { outcome, clients } = await walkClosure(world, slug, at, hasTime);
      sum.businesses += 1;
      sum.clients += clients;
      if (outcome === 'more_left') return { outcome, ...sum };
    } catch (error) {
      // One business must not keep the others waiting; its row stays due.
      sum.failed += 1;
      log('error', work, { outcome: 'failed', business: slug, ...described(error) });
    }
  }
  return { outcome: 'done', ...sum };
}

let world: ClosureWorld | undefined;

function connect(): ClosureWorld {
  const table = dynamoTable({ tableName: env('TABLE_NAME') });
  return { table, chance, configurations: configurationCache(table, uptime), tzdata: tzdataVersion() };
}

/** Lambda entry, on a schedule; the run is for the event's `time`. One that failed for a business rings its alarm. */
export async function handler(
  event: Pick<EventBridgeEvent<'Scheduled Event', unknown>, 'time'>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  world ??= connect();
  const run = await runClosures(world, Date.parse(event.time), timeLeft(context));
  log(run.outcome === 'done' ? 'info' : 'warn', work, { ...run, asOf: event.time });
  if (run.failed > 0) throw new Error(`${run.failed} closures could not go on`);
}
