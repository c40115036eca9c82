import type { Context, EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { MemberId, MembershipId, Slug } from '../../shared/domain/ids.ts';
import { Instant } from '../../shared/domain/time.ts';
import { type Queue, sqsQueue } from '../gateways/queue.ts';
import { env } from '../runtime/environment.ts';
import { memberOf } from '../store/due-index.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { prefixes } from '../store/keys.ts';
import type { Table } from '../store/table.ts';
import { chargesPerSecond } from './charge-pace.ts';
import { reportSweep, timeLeft } from './scheduled.ts';
import { type Swept, sweepDue } from './sweep.ts';

/**
 * A message of the sweep. `asOf` is the instant that the work is for, in milliseconds. A field of a newer sweep is no
 * reason to refuse it: during a deployment both versions run (fault F37).
 */
export const DueMembership = z.object({
  slug: Slug,
  memberId: MemberId,
  membershipId: MembershipId,
  asOf: Instant,
});
export type DueMembership = z.infer<typeof DueMembership>;

/** Seconds until the next run, which takes what this one leaves. */
const runEvery = 300;

/**
 * Queues every membership whose money is due at an instant (milliseconds). Those of one business are spread over the
 * time until the next run at the pace that its account at the provider allows; what does not fit stays due.
 */
export function sweepBilling(table: Table, queue: Queue, at: number, hasTime: () => boolean): Promise<Swept> {
  const queued = new Map<string, number>();
  return sweepDue(table, queue, 'BILLING', at, hasTime, (key) => {
    const { slug, memberId } = memberOf(key);
    const before = queued.get(slug) ?? 0;
    const delaySeconds = Math.floor(before / chargesPerSecond);
    if (delaySeconds >= runEvery) return undefined;
    queued.set(slug, before + 1);
    const membershipId = key.sk.slice(prefixes.membership.length);
    const message: DueMembership = { slug, memberId, membershipId, asOf: at + delaySeconds * 1000 };
    return { message, delaySeconds };
  });
}

let world: { table: Table; queue: Queue } | undefined;

/** Lambda entry, on a schedule; the run is for the event's `time`. */
export async function handler(
  event: EventBridgeEvent<'Scheduled Event', unknown>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  world ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), queue: sqsQueue(env('BILLING_QUEUE_URL')) };
  const swept = await sweepBilling(world.table, world.queue, Date.parse(event.time), timeLeft(context));
  reportSweep('sweep-billing', swept, event.time);
}
