import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { addDays, localDateOf } from '../../shared/domain/calendar.ts';
import { alertsAfter, nextAlertDay } from '../../shared/domain/credit-alerts.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { settlesCredits } from '../../shared/domain/ending-credits.ts';
import { MemberId, Slug } from '../../shared/domain/ids.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { Instant } from '../../shared/domain/time.ts';
import { chance } from '../runtime/chance.ts';
import { env } from '../runtime/environment.ts';
import type { Instance } from '../runtime/instance.ts';
import { change } from '../store/change.ts';
import { accountWrite, alertsWrite, creditWrites, entryWrites, morningOf } from '../store/credit-writes.ts';
import { dynamoTable } from '../store/dynamo-table.ts';
import { announce } from '../store/event-writes.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { readBusiness } from '../store/person-rows.ts';
import { alertsToday } from './credit-alert.ts';
import { runBatch } from './queue-batch.ts';

/** A message of the sweep. `asOf` is the instant that the run is for, in milliseconds. */
export const DueAccount = z.object({ slug: Slug, memberId: MemberId, asOf: Instant });
export type DueAccount = z.infer<typeof DueAccount>;

/** What a run came to: entries that were written, and credits that the member is told about. */
export interface Expired {
  readonly entries: number;
  readonly told: number;
}

/**
 * Writes off what was past its last day at that instant, by the business's calendar, and in its morning notes what the
 * member is to be told about what is next, in one transaction with the event that the mail follows. Nothing is left to do
 * when the message comes again, or late, or for credits that were used or given back meanwhile.
 */
export async function expireAccount(
  { table, chance }: Instance,
  { slug, memberId, asOf }: DueAccount,
  requestId: string,
): Promise<Expired> {
  const nothing: Expired = { entries: 0, told: 0 };
  return change(
    table,
    async () => {
      const [business, member] = await Promise.all([readBusiness(table, slug), loadMember(table, slug, memberId)]);
      if (!business || !member) return { writes: [], reply: nothing };
      const { timeZone } = business.value;
      const today = localDateOf(asOf, timeZone);
      const actor = { kind: 'system', job: 'expire-credits' } as const;
      const occasion: Occasion = { actor, causeId: `expiry:${today}`, today, at: asOf };
      const settling = member.memberships.filter(({ value }) => settlesCredits(value, today));
      const ids = new Set(settling.map(({ value }) => value.membershipId));
      const decision = expire(member.account.value, occasion, ids);
      const { account, entries } = decision;
      const context = { slug, timeZone, requestId, newEventId: () => chance.newId('event', asOf) };

      const alerts = member.alerts.value;
      const isDue = asOf >= morningOf(today, timeZone) && nextAlertDay(account, alerts, today) === today;
      if (!isDue)
        return { writes: creditWrites(member, decision, context), reply: { entries: entries.length, told: 0 } };
      const told = await alertsToday(table, { slug, member, account, today });
      const place = { slug, timeZone, alerts: alertsAfter(alerts, told, today), alertsFrom: addDays(today, 1) };
      const isWanted = wantsAlerts(member.profile);
      const event = { eventId: context.newEventId(), type: 'credit.expiring', business: slug, memberId } as const;
      return {
        writes: [
          accountWrite(member.account, account, place),
          ...entryWrites(memberId, entries, context),
          ...(told.length === 0
            ? []
            : [
                alertsWrite(slug, memberId, member.alerts, place.alerts),
                ...(isWanted ? [announce({ ...event, actor, at: asOf, requestId, subject: { on: today } })] : []),
              ]),
        ],
        reply: { entries: entries.length, told: isWanted ? told.length : 0 },
      };
    },
    { pause: chance.pause },
  );
}

/** Whoever has no address or has ended these mails is not written to, and nothing says that they were. */
const wantsAlerts = ({ email, unsubscribed = [] }: Profile): boolean =>
  email !== undefined && !unsubscribed.includes('expiry_alerts');

/** Expires the accounts of a batch. */
export const expireAccounts = (instance: Instance, batch: SQSEvent, requestId: string): Promise<SQSBatchResponse> =>
  runBatch('expire-credits', batch, async (body) => {
    const due = DueAccount.parse(JSON.parse(body));
    const { entries, told } = await expireAccount(instance, due, requestId);
    const outcome = entries > 0 ? 'expired' : told > 0 ? 'told' : 'nothing_due';
    return { outcome, business: due.slug, memberId: due.memberId, entries, told };
  });

let instance: Instance | undefined;

/** Lambda entry, behind the queue of the sweep. */
export async function handler(event: SQSEvent, context: { awsRequestId: string }): Promise<SQSBatchResponse> {
  instance ??= { table: dynamoTable({ tableName: env('TABLE_NAME') }), chance };
  return expireAccounts(instance, event, context.awsRequestId);
}
