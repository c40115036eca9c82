import { addDays, daysBetween } from './calendar.ts';
import { type Bucket, type CreditAccount, isExpired, type Rest } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { LocalDate } from './time.ts';

const ofMembership =
  (membershipId: string) =>
  ({ source }: Bucket) =>
    source.kind === 'membership' && source.membershipId === membershipId;

const daysOf = ({ from, until }: Rest): number => (until === undefined ? 0 : daysBetween(from, until));

/** The last day of a bucket that rests as said: what it was before, later by the days of the pause (rule P3). */
function lastDayAfter({ expiresOn, rests }: Pick<Bucket, 'expiresOn' | 'rests'>, next: Rest): LocalDate | undefined {
  if (expiresOn === undefined) return undefined;
  return addDays(expiresOn, daysOf(next) - (rests === undefined ? 0 : daysOf(rests)));
}

const moved = (bucket: Bucket, next: Rest) => {
  const extendsTo = lastDayAfter(bucket, next);
  return extendsTo === undefined || extendsTo === bucket.expiresOn ? {} : { extendsTo };
};

/**
 * What a membership's credits do in a pause that freezes them: each rests on its days and lasts as much longer. What has
 * run out before stays so; what is used up rests as well, because a visit may come back into it. A pause that changes is
 * written again (rules P3, P7).
 */
export function restCredits(
  account: CreditAccount,
  membershipId: string,
  rests: Rest,
  occasion: Occasion,
): CreditDecision {
  const resting = account.buckets
    .filter(ofMembership(membershipId))
    .filter((bucket) => bucket.rests !== undefined || !isExpired(bucket, rests.from))
    .filter((bucket) => bucket.rests?.from !== rests.from || bucket.rests.until !== rests.until);
  return appendAll(
    account,
    resting.map((bucket) => ({
      ...drafted('FREEZE', bucket.bucketId, bucket.available, 'paused', occasion),
      rests,
      ...moved(bucket, rests),
    })),
  );
}

/** Ends the rest on `until`, the first day after it: the days that were not taken are not added (rules P3, P7). */
export function wakeCredits(
  account: CreditAccount,
  membershipId: string,
  until: LocalDate,
  occasion: Occasion,
): CreditDecision {
  const resting = account.buckets
    .filter(ofMembership(membershipId))
    .flatMap((bucket) => (bucket.rests === undefined ? [] : [{ bucket, rests: { from: bucket.rests.from, until } }]));
  return appendAll(
    account,
    resting.map(({ bucket, rests }) => ({
      ...drafted('UNFREEZE', bucket.bucketId, bucket.available, 'resumed', occasion),
      rests,
      ...moved(bucket, rests),
    })),
  );
}
