import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type Queue, sqsQueue } from '../gateways/queue.ts';
import { env } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { type DuePage, dueMembers, expiryShards } from '../store/due-credits.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import type { Table } from '../store/table.ts';

/** Accounts queued by one run at most: what the backlog of a day's outage of many salons comes to. */
const mostPerRun = 50_000;
/** Milliseconds that a run keeps for the page it is at. */
const reserve = 15_000;

/** What a run came to; `more_left` when the next one has to go on. */
export interface Swept {
  readonly outcome: 'done' | 'more_left';
  readonly queued: number;
}

/**
 * Queues every account that was due at an instant (milliseconds), in pages, a page of each shard in turn, so that the
 * longest due come first when `hasTime` or the total ends the run. An account stays due until its expiry is written, so
 * nothing is lost then, and one queued twice does no harm.
 */
export async function sweepExpiredCredits(
  table: Table,
  queue: Queue,
  at: number,
  hasTime: () => boolean,
): Promise<Swept> {
  let queued = 0;
  let places: { readonly shard: number; readonly after?: DuePage['next'] }[] = expiryShards.map((shard) => ({ shard }));
  while (places.length > 0) {
    const further: typeof places = [];
    for (const { shard, after } of places) {
      if (queued >= mostPerRun || !hasTime()) return { outcome: 'more_left', queued };
      const { members, next } = await dueMembers(table, shard, at, after);
      await queue.send(members.map((member) => ({ ...member, asOf: at })));
      queued += members.length;
      if (next) further.push({ shard, after: next });
    }
    places = further;
  }
  return { outcome: 'done', queued };
}

let world: { table: Table; queue: Queue } | undefined;

/** Lambda entry, on a schedule; the run is for the event's `time`. */
export async function handler(
  event: EventBridgeEvent<'Scheduled Event', unknown>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  world ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), queue: sqsQueue(env('EXPIRY_QUEUE_URL')) };
  const hasTime = () => context.getRemainingTimeInMillis() > reserve;
  const swept = await sweepExpiredCredits(world.table, world.queue, Date.parse(event.time), hasTime);
  log(swept.outcome === 'done' ? 'info' : 'warn', 'sweep-expired-credits', { ...swept, asOf: event.time });
}
