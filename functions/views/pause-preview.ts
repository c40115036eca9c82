import type { PausedCredit } from '../../shared/contract/pause-views.ts';
import type { PausePreview } from '../../shared/contract/staff/pause-operations.ts';
import { type Bucket, type CreditAccount, isExpired } from '../../shared/domain/credit-account.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import { restCredits } from '../../shared/domain/credit-rest.ts';
import { byUse } from '../../shared/domain/credit-use.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { countedBefore } from '../../shared/domain/pause.ts';
import type { PausedBooks } from '../../shared/domain/pause-books.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { LoadedScene } from '../billing/scene.ts';
import { membershipView } from './membership-view.ts';

/** What a decision about a pause would do, exactly as it would be written (rule P6, “shown first”). */
export function pausePreview(scene: LoadedScene, { membership, credits }: PausedBooks): PausePreview {
  const { configuration, business, snapshot, occasion, membershipId } = scene;
  const { minDays, maxDays, perYear } = business.pauses;
  const day = membership.pause?.from ?? occasion.today;
  return {
    membership: membershipView(membership, configuration, occasion.today, snapshot),
    credits: [
      ...pausedCredits(
        membershipId,
        snapshot.account.value,
        creditsInPause(membership, credits.account, occasion),
        occasion.today,
      ),
      ...givenInPause(membership, snapshot.account.value, occasion.today),
    ],
    limits: { minDays, maxDays, perYear, taken: countedBefore(membership, day) },
  };
}

/** What of a membership's credits is left, as it is before and after something about a pause. */
export const pausedCredits = (
  membershipId: string,
  before: CreditAccount,
  after: CreditAccount,
  today: LocalDate,
): PausedCredit[] =>
  before.buckets
    .filter(
      (bucket) =>
        bucket.source.kind === 'membership' &&
        bucket.source.membershipId === membershipId &&
        bucket.available > 0 &&
        !isExpired(bucket, today),
    )
    .sort(byUse)
    .map((bucket) => pausedCredit(bucket, after));

/** What was given apart from the membership and runs out during its pause: nothing makes that wait (rules G6, P3). */
export const givenInPause = ({ pause }: Membership, account: CreditAccount, today: LocalDate): PausedCredit[] =>
  account.buckets
    .filter(
      ({ source, available, expiresOn }) =>
        source.kind !== 'membership' &&
        available > 0 &&
        pause !== undefined &&
        expiresOn !== undefined &&
        expiresOn >= today &&
        expiresOn >= pause.from &&
        (pause.until === undefined || expiresOn < pause.until),
    )
    .sort(byUse)
    .map((bucket) => ({ ...pausedCredit(bucket, account), given: true }));

/** The account once the pause has begun: one that begins later writes its credits on its first day. */
export function creditsInPause(
  { membershipId, pause }: Membership,
  account: CreditAccount,
  occasion: Occasion,
): CreditAccount {
  if (pause?.benefits !== 'frozen') return account;
  const rests = { from: pause.from, ...(pause.until === undefined ? {} : { until: pause.until }) };
  return restCredits(account, membershipId, rests, occasion).account;
}

function pausedCredit(bucket: Bucket, { buckets }: CreditAccount): PausedCredit {
  const { bucketId, kind, serviceIds, available, expiresOn } = bucket;
  const after = buckets.find((candidate) => candidate.bucketId === bucketId);
  const moves = after?.expiresOn !== undefined && after.expiresOn !== expiresOn;
  return {
    bucketId,
    kind,
    serviceIds: [...serviceIds],
    available,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(moves && after?.expiresOn !== undefined ? { expiresOnAfter: after.expiresOn } : {}),
    rests: after?.rests !== undefined,
  };
}
