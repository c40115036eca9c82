import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type Queue, sqsQueue } from '../gateways/queue.ts';
import { env } from '../runtime/environment.ts';
import { memberOf } from '../store/due-index.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import type { Table } from '../store/table.ts';
import { reportSweep, timeLeft } from './scheduled.ts';
import { type Swept, sweepDue } from './sweep.ts';

/** Queues every account with credits past their last day at an instant (milliseconds). */
export const sweepExpiredCredits = (table: Table, queue: Queue, at: number, hasTime: () => boolean): Promise<Swept> =>
  sweepDue(table, queue, 'CREDIT-EXPIRY', at, hasTime, (key) => ({ message: { ...memberOf(key), asOf: at } }));

let world: { table: Table; queue: Queue } | undefined;

/** Lambda entry, on a schedule; the run is for the event's `time`. */
export async function handler(
  event: EventBridgeEvent<'Scheduled Event', unknown>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  world ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), queue: sqsQueue(env('EXPIRY_QUEUE_URL')) };
  const swept = await sweepExpiredCredits(world.table, world.queue, Date.parse(event.time), timeLeft(context));
  reportSweep('sweep-expired-credits', swept, event.time);
}
