import type { EventBridgeEvent } from 'aws-lambda';
import { type Queue, sqsQueue } from '../gateways/queue.ts';
import { env } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { dueMembers, expiryShards } from '../store/due-credits.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import type { Table } from '../store/table.ts';

/**
 * Queues every account that was due at an instant (milliseconds) and answers how many. An account stays due until its
 * expiry is written, so nothing is lost when this run ends early, and one queued twice does no harm.
 */
export async function sweepExpiredCredits(table: Table, queue: Queue, at: number): Promise<number> {
  let queued = 0;
  for (const shard of expiryShards) {
    const members = await dueMembers(table, shard, at);
    await queue.send(members.map((member) => ({ ...member, asOf: at })));
    queued += members.length;
  }
  return queued;
}

let world: { table: Table; queue: Queue } | undefined;

/** Lambda entry, on a schedule; the run is for the event's `time`. */
export async function handler(event: EventBridgeEvent<'Scheduled Event', unknown>): Promise<void> {
  world ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), queue: sqsQueue(env('EXPIRY_QUEUE_URL')) };
  const queued = await sweepExpiredCredits(world.table, world.queue, Date.parse(event.time));
  log('info', 'sweep-expired-credits', { outcome: 'done', asOf: event.time, queued });
}
