import type { Context, EventBridgeEvent } from 'aws-lambda';
import type { ClosureWorld } from '../billing/close-salon.ts';
import { log } from '../runtime/log.ts';
import { everybodyWorld } from './everybody-world.ts';
import { runWalks, type WalksRun } from './run-walks.ts';
import { timeLeft } from './scheduled.ts';
import { walkMigration } from './walk-migration.ts';

const work = 'run-migrations';

/** Goes on with every move to a new version that is due at an instant (milliseconds), one plan after the other. */
export const runMigrations = (world: ClosureWorld, at: number, hasTime: () => boolean): Promise<WalksRun> =>
  runWalks({ table: world.table, at, hasTime }, { kind: 'MIGRATION', work }, (slug, { sk: planId }) =>
    walkMigration(world, { slug, planId }, at, hasTime),
  );

let world: ClosureWorld | undefined;

/** Lambda entry, on a schedule; the run is for the event's `time`. One that failed for a business rings its alarm. */
export async function handler(
  event: Pick<EventBridgeEvent<'Scheduled Event', unknown>, 'time'>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  world ??= everybodyWorld();
  const run = await runMigrations(world, Date.parse(event.time), timeLeft(context));
  log(run.outcome === 'done' ? 'info' : 'warn', work, { ...run, asOf: event.time });
  if (run.failed > 0) throw new Error(`${run.failed} moves to a new version could not go on`);
}
