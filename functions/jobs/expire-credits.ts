import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { localDateOf } from '../../shared/domain/calendar.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { settlesCredits } from '../../shared/domain/ending-credits.ts';
import { MemberId, Slug } from '../../shared/domain/ids.ts';
import { Instant } from '../../shared/domain/time.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import type { Instance } from '../runtime/instance.ts';
import { change } from '../store/change.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { readBusiness } from '../store/person-rows.ts';
import { runBatch } from './queue-batch.ts';

/** A message of the sweep. `asOf` is the instant that the run is for, in milliseconds. */
export const DueAccount = z.object({ slug: Slug, memberId: MemberId, asOf: Instant });
export type DueAccount = z.infer<typeof DueAccount>;

/**
 * Writes off what was past its last day at that instant, by the business's calendar; answers how many entries. Nothing
 * is left to write when the message comes again, or late, or for credits that were given back meanwhile.
 */
export async function expireAccount(
  { table, chance }: Instance,
  { slug, memberId, asOf }: DueAccount,
  requestId: string,
): Promise<number> {
  return change(
    table,
    async () => {
      const [business, member] = await Promise.all([readBusiness(table, slug), loadMember(table, slug, memberId)]);
      if (!business || !member) return { writes: [], reply: 0 };
      const { timeZone } = business.value;
      const today = localDateOf(asOf, timeZone);
      const occasion: Occasion = {
        actor: { kind: 'system', job: 'expire-credits' },
        causeId: `expiry:${today}`,
        today,
        at: asOf,
      };
      const settling = member.memberships.filter(({ value }) => settlesCredits(value, today));
      const ids = new Set(settling.map(({ value }) => value.membershipId));
      const decision = expire(member.account.value, occasion, ids);
      const context = { slug, timeZone, requestId, newEventId: () => chance.newId('event', asOf) };
      return { writes: creditWrites(member.account, decision, context), reply: decision.entries.length };
    },
    { pause: chance.pause },
  );
}

/** Expires the accounts of a batch. */
export const expireAccounts = (instance: Instance, batch: SQSEvent, requestId: string): Promise<SQSBatchResponse> =>
  runBatch('expire-credits', batch, async (body) => {
    const due = DueAccount.parse(JSON.parse(body));
    const entries = await expireAccount(instance, due, requestId);
    return { outcome: entries > 0 ? 'expired' : 'nothing_due', business: due.slug, memberId: due.memberId, entries };
  });

let instance: Instance | undefined;

/** Lambda entry, behind the queue of the sweep. */
export async function handler(event: SQSEvent, context: { awsRequestId: string }): Promise<SQSBatchResponse> {
  instance ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), chance };
  return expireAccounts(instance, event, context.awsRequestId);
}
