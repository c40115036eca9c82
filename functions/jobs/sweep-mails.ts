import type { Context, EventBridgeEvent } from 'aws-lambda';
import { type Queue, sqsQueue } from '../gateways/queue.ts';
import { env } from '../runtime/environment.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { mailNameOf } from '../store/mail-rows.ts';
import type { Table } from '../store/table.ts';
import { reportSweep, timeLeft } from './scheduled.ts';
import { type Swept, sweepDue } from './sweep.ts';

/** Mails a second: below the 14 that SES takes from a new account, so that people who wait are not behind a morning’s pile. */
const mailsPerSecond = 10;
/** Seconds over which a run spreads its mails: done before the next run, in five minutes, would queue them again. */
const spreadOver = 240;

/**
 * Queues every mail that may leave at an instant (milliseconds), in the envelope of an event, for the moment that it is
 * delivered. What does not fit stays due.
 */
export function sweepMails(table: Table, queue: Queue, at: number, hasTime: () => boolean): Promise<Swept> {
  let queued = 0;
  return sweepDue(table, queue, 'MAIL', at, hasTime, (key) => {
    const delaySeconds = Math.floor(queued / mailsPerSecond);
    if (delaySeconds >= spreadOver) return undefined;
    queued += 1;
    const time = new Date(at + delaySeconds * 1000).toISOString();
    return { message: { time, detail: mailNameOf(key) }, delaySeconds };
  });
}

let world: { table: Table; queue: Queue } | undefined;

/** Lambda entry, on a schedule; the run is for the event's `time`. */
export async function handler(
  event: EventBridgeEvent<'Scheduled Event', unknown>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  world ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), queue: sqsQueue(env('MAIL_QUEUE_URL')) };
  const swept = await sweepMails(world.table, world.queue, Date.parse(event.time), timeLeft(context));
  reportSweep('sweep-mails', swept, event.time);
}
