import { addDays, daysBetween } from './calendar.ts';
import type { Bucket, CreditAccount, Entry, EntryDraft } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { DunningPolicies } from './dunning.ts';
import type { Membership } from './membership.ts';
import type { LocalDate } from './time.ts';

/** Days that are given back at most (rule G3). */
export const mostFrozenDays = 30;

/** Why a last day moved, or why what had expired came back: the time in which an open payment kept it from being used. */
export const frozenDaysCode = 'frozen_days';

/**
 * The first day on which a membership’s credits rested for want of payment, if that day has come: the one after grace,
 * counted from the try that failed, or from the bill date that passed at the desk (rules G2, G3).
 */
export function frozenFrom(
  { due, payment, period }: Pick<Membership, 'due' | 'payment' | 'period'>,
  { graceDays }: Pick<DunningPolicies, 'graceDays'>,
  today: LocalDate,
): LocalDate | undefined {
  const since = due?.since ?? (payment === 'at_the_desk' ? period.end : undefined);
  const from = since && addDays(since, graceDays + 1);
  return from !== undefined && from <= today ? from : undefined;
}

/** What giving days back looks at. `expired` are the entries since `from`: what was written off meanwhile comes back. */
export interface FrozenTime {
  readonly membershipId: string;
  readonly from: LocalDate;
  readonly expired: readonly Entry[];
  /** The owner lets the clock stand still while credits rest: every last day moves, not only those that have passed. */
  readonly clockStops: boolean;
}

/**
 * Gives the days back in which a membership’s credits rested, once it is paid (rule G3): what would have expired in that
 * time can be used for as many days longer, at most 30, and what was written off comes back. What staff gave by hand never
 * rested (rule G6).
 */
export function giveFrozenDaysBack(
  account: CreditAccount,
  { membershipId, from, expired, clockStops }: FrozenTime,
  occasion: Occasion,
): CreditDecision {
  const { today } = occasion;
  const days = Math.min(daysBetween(from, today), mostFrozenDays);
  const drafts = account.buckets.flatMap((bucket): EntryDraft[] => {
    const { bucketId, expiresOn, source, available, frozen } = bucket;
    if (source.kind !== 'membership' || source.membershipId !== membershipId) return [];
    // What the bank looks into rests on: a payment does not end that.
    if (frozen) return [];
    if (days === 0 || expiresOn === undefined || expiresOn < from || (expiresOn >= today && !clockStops)) return [];
    const extendsTo = addDays(expiresOn, days);
    if (extendsTo < today) return [];
    const entry = (kind: 'RESTORE' | 'UNFREEZE', units: number) => ({
      ...drafted(kind, bucketId, units, frozenDaysCode, occasion),
      reason: { code: frozenDaysCode, parameters: { days } },
      extendsTo,
    });
    const lost = writtenOff(bucket, expired);
    if (lost > 0) return [entry('RESTORE', lost)];
    return available > 0 ? [entry('UNFREEZE', available)] : [];
  });
  return appendAll(account, drafts);
}

const writtenOff = ({ bucketId }: Bucket, expired: readonly Entry[]): number =>
  expired.reduce(
    (sum, entry) =>
      entry.kind === 'EXPIRE' && entry.bucketId === bucketId && entry.reason.code === 'past_last_day'
        ? sum + entry.units
        : sum,
    0,
  );
