import * as z from 'zod/mini';
import { startOfDay } from '../../shared/domain/calendar.ts';
import { type CreditAccount, Entry } from '../../shared/domain/credit-account.ts';
import type { CreditDecision } from '../../shared/domain/credit-decision.ts';
import { nextExpiryDay } from '../../shared/domain/credit-expiry.ts';
import { DomainEvent, eventOfEntry } from '../../shared/domain/events.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { rowOf, type Stored } from './stored.ts';
import { insert, type NewRow, replace, type Write } from './table.ts';

/**
 * An entry's row is also its announcement: one item instead of two in the transaction of a redemption. `note` is what
 * staff wrote about it; it stands beside the entry, not in the chain, so that it can be erased.
 */
export const EntryRow = z.strictObject({ entry: Entry, event: DomainEvent, note: z.optional(z.string()) });
export type EntryRow = z.infer<typeof EntryRow>;

export interface EntryContext {
  readonly slug: string;
  readonly timeZone: string;
  readonly requestId: string;
  readonly newEventId: () => string;
  /** Staff's own words about the change. */
  readonly note?: string | undefined;
}

/** The writes of a decision about credits: the account at its version, and each entry once. */
export function creditWrites(before: Stored<CreditAccount>, decision: CreditDecision, context: EntryContext): Write[] {
  if (decision.entries.length === 0) return [];
  const row = accountRow(decision.account, context);
  return [
    before.version === 0 ? insert(row) : replace(row, before.version),
    ...decision.entries.map((entry) => insert(entryRow(decision.account.memberId, entry, context))),
  ];
}

function accountRow(account: CreditAccount, { slug, timeZone }: EntryContext): NewRow {
  const expiry = nextExpiryDay(account);
  const due =
    expiry === undefined ? {} : placeOnDueIndex('CREDIT-EXPIRY', startOfDay(expiry, timeZone), slug, account.memberId);
  return rowOf(keys.creditAccount(slug, account.memberId), account, due);
}

function entryRow(memberId: string, entry: Entry, context: EntryContext): NewRow {
  const type = eventOfEntry[entry.kind];
  const event: DomainEvent = {
    eventId: context.newEventId(),
    type,
    business: context.slug,
    memberId,
    actor: entry.actor,
    at: entry.at,
    requestId: context.requestId,
    subject: { sequence: entry.sequence, bucketId: entry.bucketId, units: entry.units },
  };
  return rowOf(
    keys.entry(context.slug, memberId, entry.sequence),
    { entry, event, ...(context.note === undefined ? {} : { note: context.note }) } satisfies EntryRow,
    {
      announces: type,
    },
  );
}
