import * as z from 'zod/mini';
import { startOfDay } from '../../shared/domain/calendar.ts';
import { type CreditAccount, Entry, emptyAccount } from '../../shared/domain/credit-account.ts';
import { type CreditAlerts, nextAlertDay, noAlerts } from '../../shared/domain/credit-alerts.ts';
import type { CreditDecision } from '../../shared/domain/credit-decision.ts';
import { nextExpiryDay } from '../../shared/domain/credit-expiry.ts';
import { DomainEvent, eventOfEntry } from '../../shared/domain/events.ts';
import { messagesFromHour } from '../../shared/domain/quiet-hours.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { instantOf } from '../../shared/domain/wall-time.ts';
import { packAccount } from './account-row.ts';
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

/** A member's credits with what was said about their expiry. */
export interface CreditBooks {
  readonly account: Stored<CreditAccount>;
  readonly alerts: Stored<CreditAlerts>;
}

/** Of somebody who never had any. */
export const noCredits = (memberId: string): CreditBooks => ({
  account: { value: emptyAccount(memberId), version: 0 },
  alerts: { value: noAlerts, version: 0 },
});

/** The writes of a decision about credits: the account at its version, and each entry once. */
export function creditWrites(before: CreditBooks, decision: CreditDecision, context: EntryContext): Write[] {
  const on = decision.entries.at(-1)?.on;
  if (on === undefined) return [];
  return [
    accountWrite(before.account, decision.account, { ...context, alerts: before.alerts.value, alertsFrom: on }),
    ...entryWrites(decision.account.memberId, decision.entries, context),
  ];
}

export const entryWrites = (memberId: string, entries: readonly Entry[], context: EntryContext): Write[] =>
  entries.map((entry) => insert(entryRow(memberId, entry, context)));

/** What the member was told, beside the account that it is about. */
export function alertsWrite(slug: string, memberId: string, before: Stored<CreditAlerts>, alerts: CreditAlerts): Write {
  const row = rowOf(keys.creditAlerts(slug, memberId), alerts);
  return before.version === 0 ? insert(row) : replace(row, before.version);
}

/** What placing an account on the due index needs to know. */
interface AccountPlace {
  readonly slug: string;
  readonly timeZone: string;
  readonly alerts: CreditAlerts;
  /** The first day on which something may be said. */
  readonly alertsFrom: LocalDate;
}

/** The one way to write an account: its row stands on the due index at its next expiry, or at what is to be said before. */
export function accountWrite(before: Stored<CreditAccount>, account: CreditAccount, place: AccountPlace): Write {
  const { slug, timeZone, alerts, alertsFrom } = place;
  const expiry = nextExpiryDay(account);
  const alert = nextAlertDay(account, alerts, alertsFrom);
  const instants = [
    ...(expiry === undefined ? [] : [startOfDay(expiry, timeZone)]),
    ...(alert === undefined ? [] : [morningOf(alert, timeZone)]),
  ];
  const due =
    instants.length === 0 ? {} : placeOnDueIndex('CREDIT-EXPIRY', Math.min(...instants), slug, account.memberId);
  const row = rowOf(keys.creditAccount(slug, account.memberId), packAccount(account), due);
  return before.version === 0 ? insert(row) : replace(row, before.version);
}

/** When members may be told something on a day. */
export const morningOf = (day: LocalDate, timeZone: string): number => instantOf(day, messagesFromHour * 60, timeZone);

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
