import * as z from 'zod/mini';
import { addDays } from './calendar.ts';
import { type Bucket, type CreditAccount, isUsable, type Rest } from './credit-account.ts';
import { BucketId } from './ids.ts';
import { LocalDate } from './time.ts';

/** Days before a last day on which its owner is told (section 19), farthest first. */
export const alertDays = [14, 7, 2] as const;

/**
 * What an owner was told about credits that expire: `days` before which last day, and on which day that was said. A last
 * day that moves is another one.
 */
export const CreditAlerts = z.strictObject({
  said: z.array(z.strictObject({ bucketId: BucketId, lastDay: LocalDate, days: z.int(), on: LocalDate })),
});
export type CreditAlerts = z.infer<typeof CreditAlerts>;
type Said = CreditAlerts['said'][number];

export const noAlerts: CreditAlerts = { said: [] };

interface Stage {
  readonly days: number;
  readonly on: LocalDate;
  readonly lastDay: LocalDate;
}

/** A day of a pause with an end becomes the first one after it: nobody is told about what rests. */
const afterRest = (day: LocalDate, rests: Rest | undefined): LocalDate =>
  rests?.until !== undefined && rests.from <= day && day < rests.until ? rests.until : day;

/**
 * What is still to be said of a bucket, farthest first: nothing of what is empty, frozen, or rests without an end, and
 * nothing that was due when it came, so that nobody is warned on the day of a gift.
 */
function openStages(bucket: Bucket, { said }: CreditAlerts): Stage[] {
  const { bucketId, available, expiresOn, frozen, rests, grantedOn } = bucket;
  const restsForNow = rests !== undefined && rests.until === undefined;
  if (available === 0 || expiresOn === undefined || frozen || restsForNow) return [];
  const last = said.find((one) => one.bucketId === bucketId && one.lastDay === expiresOn);
  return alertDays
    .filter((days) => days < (last?.days ?? Number.POSITIVE_INFINITY) && addDays(expiresOn, -days) > grantedOn)
    .map((days) => ({ days, on: afterRest(addDays(expiresOn, -days), rests), lastDay: expiresOn }));
}

/** The next day, not before `from`, on which something is to be said; undefined when nothing is. */
export function nextAlertDay(account: CreditAccount, alerts: CreditAlerts, from: LocalDate): LocalDate | undefined {
  return account.buckets
    .flatMap((bucket) => openStages(bucket, alerts))
    .map(({ on, lastDay }) => ({ day: on > from ? on : from, lastDay }))
    .filter(({ day, lastDay }) => day <= lastDay)
    .map(({ day }) => day)
    .sort()[0];
}

/** What is to be said today: of each bucket that can be used, the nearest number of days that has come. */
export function alertsDue(account: CreditAccount, alerts: CreditAlerts, today: LocalDate): Said[] {
  return account.buckets.flatMap((bucket) => {
    const stage = openStages(bucket, alerts).findLast(({ on }) => on <= today);
    if (stage === undefined || !isUsable(bucket, today)) return [];
    return [{ bucketId: bucket.bucketId, lastDay: stage.lastDay, days: stage.days, on: today }];
  });
}

/** The alerts with what was said now; what is past is forgotten. */
export function alertsAfter({ said }: CreditAlerts, now: readonly Said[], today: LocalDate): CreditAlerts {
  const again = new Set(now.map(({ bucketId }) => bucketId));
  return { said: [...said.filter(({ bucketId, lastDay }) => lastDay >= today && !again.has(bucketId)), ...now] };
}

/** Whether a mail has gone out today: there is one a day, with everything in it. */
export const wasToldOn = ({ said }: CreditAlerts, day: LocalDate): boolean => said.some(({ on }) => on === day);

/** The buckets that were spoken of on a day, as they are now: what was used meanwhile, or has moved, is no more among them. */
export function spokenOf(account: CreditAccount, { said }: CreditAlerts, day: LocalDate, today: LocalDate): Bucket[] {
  const names = new Map(said.filter(({ on }) => on === day).map(({ bucketId, lastDay }) => [bucketId, lastDay]));
  return account.buckets.filter(
    (bucket) =>
      names.get(bucket.bucketId) === bucket.expiresOn && names.has(bucket.bucketId) && isUsable(bucket, today),
  );
}
