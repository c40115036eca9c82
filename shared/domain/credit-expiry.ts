import { addDays } from './calendar.ts';
import { type Bucket, type CreditAccount, isExpired } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { LocalDate } from './time.ts';

/**
 * Writes off what is past its last day. For the books: such a credit was unusable already (rule T7). Credits of the
 * memberships in `settling` (by id) are left alone: their end is due, and says what becomes of them (rule K2).
 */
export function expire(
  account: CreditAccount,
  occasion: Occasion,
  settling: ReadonlySet<string> = new Set(),
): CreditDecision {
  const due = account.buckets.filter(
    (bucket) =>
      bucket.available > 0 &&
      isExpired(bucket, occasion.today) &&
      !(bucket.source.kind === 'membership' && settling.has(bucket.source.membershipId)),
  );
  return appendAll(
    account,
    due.map((bucket) => drafted('EXPIRE', bucket.bucketId, bucket.available, 'past_last_day', occasion)),
  );
}

/** In a pause without an end: its last day is not known. */
const restsForNow = ({ rests }: Bucket): boolean => rests !== undefined && rests.until === undefined;

/** The first day on which `expire` will have something to write; undefined when nothing is left that expires. */
export function nextExpiryDay(account: CreditAccount): LocalDate | undefined {
  const days = account.buckets.flatMap((bucket) =>
    bucket.available > 0 && bucket.expiresOn !== undefined && !restsForNow(bucket)
      ? [addDays(bucket.expiresOn, 1)]
      : [],
  );
  return days.sort()[0];
}
