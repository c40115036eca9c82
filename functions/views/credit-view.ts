import type { CreditEntryView, CreditGroup } from '../../shared/contract/views.ts';
import type { Policies } from '../../shared/domain/business.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import {
  type Bucket,
  type CreditAccount,
  type Entry,
  isExpired,
  isResting,
  isUsable,
} from '../../shared/domain/credit-account.ts';
import { signedUnits } from '../../shared/domain/credit-effect.ts';
import { byUse } from '../../shared/domain/credit-use.ts';
import { causeOf } from '../../shared/domain/move-cause.ts';
import { groupKeyOf } from '../../shared/domain/statement-moves.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { EntryRow } from '../store/credit-writes.ts';
import { parseRow } from '../store/stored.ts';
import type { Row } from '../store/table.ts';

/**
 * What can be used today, by what it can be used for, soonest-expiring first. Every `available` is exactly the sum of
 * the buckets under it (000-012). `spent` also shows buckets of which nothing is left.
 */
export function creditGroups(
  account: CreditAccount,
  today: LocalDate,
  policies: Policies,
  options: { spent?: boolean } = {},
): CreditGroup[] {
  const isShown = (bucket: Bucket) => {
    const isCurrent = bucket.expiresOn === undefined || bucket.expiresOn >= today;
    const isSpent = bucket.available === 0 && isCurrent && bucket.granted > 0 && bucket.grantedOn <= today;
    return isUsable(bucket, today) || (options.spent && isSpent);
  };
  return groupsOf(account.buckets.filter(isShown), today, policies);
}

/** What rests in a pause today, and is there again after it (rule P3). */
export const restingGroups = (account: CreditAccount, today: LocalDate, policies: Policies): CreditGroup[] =>
  groupsOf(
    account.buckets.filter((bucket) => bucket.available > 0 && isResting(bucket, today)),
    today,
    policies,
  );

/** What is there and cannot be used today: in a pause, or while a payment is disputed (rules P3, C8). */
export const waitingGroups = (account: CreditAccount, today: LocalDate, policies: Policies): CreditGroup[] =>
  groupsOf(
    account.buckets.filter(
      (bucket) =>
        bucket.available > 0 && bucket.grantedOn <= today && !isExpired(bucket, today) && !isUsable(bucket, today),
    ),
    today,
    policies,
  );

function groupsOf(shown: readonly Bucket[], today: LocalDate, policies: Policies): CreditGroup[] {
  const soon = addDays(today, policies.expiresSoonDays);
  const groups = new Map<string, Bucket[]>();
  for (const bucket of [...shown].sort(byUse)) {
    const key = groupKeyOf(bucket);
    groups.set(key, [...(groups.get(key) ?? []), bucket]);
  }
  return [...groups.values()].flatMap((buckets) => {
    const [first] = buckets;
    if (!first) return [];
    return {
      kind: first.kind,
      serviceIds: [...first.serviceIds],
      available: buckets.reduce((sum, bucket) => sum + bucket.available, 0),
      buckets: buckets.map(({ bucketId, available, granted, grantedOn, expiresOn, source, priority }) => ({
        bucketId,
        available,
        granted,
        grantedOn,
        ...(expiresOn === undefined ? {} : { expiresOn }),
        expiresSoon: available > 0 && expiresOn !== undefined && expiresOn <= soon,
        source,
        ...(priority === undefined ? {} : { priority }),
      })),
    };
  });
}

/** The entries of a page of rows, without those that were written after the account was read. */
export const entriesOf = (rows: readonly Row[], account: CreditAccount): EntryRow[] =>
  rows.map((row) => parseRow(EntryRow, row).value).filter(({ entry }) => entry.sequence <= account.head.sequence);

/** One line of the history. What the bucket counts stands in the entry; the bucket itself may have left the account. */
export function entryView(
  entry: Entry,
  account: CreditAccount,
  names: ReadonlyMap<string, string> = new Map(),
): CreditEntryView {
  const counts = entry.opens ?? entry.of;
  if (!counts) throw new Error(`entry ${entry.sequence} of ${account.memberId} does not say what it counts`);
  const bucket = account.buckets.find((candidate) => candidate.bucketId === entry.bucketId);
  const usedBy = entry.usedBy === undefined ? undefined : names.get(entry.usedBy);
  const percent = entry.reason.parameters?.percent;
  const expiresOn = bucket === undefined ? (entry.extendsTo ?? entry.opens?.expiresOn) : bucket.expiresOn;
  return {
    sequence: entry.sequence,
    kind: entry.kind,
    units: signedUnits(entry),
    quantity: Math.abs(entry.units),
    cause: causeOf(entry),
    creditKind: counts.kind,
    on: entry.on,
    at: entry.at,
    serviceIds: [...counts.serviceIds],
    ...(entry.serviceId === undefined ? {} : { serviceId: entry.serviceId }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(entry.extendsTo === undefined ? {} : { extendsTo: entry.extendsTo }),
    ...(entry.forDay === undefined ? {} : { forDay: entry.forDay }),
    ...(usedBy === undefined ? {} : { usedBy }),
    ...(typeof percent === 'number' ? { percent } : {}),
  };
}
