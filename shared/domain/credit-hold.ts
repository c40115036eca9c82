import { addDays } from './calendar.ts';
import type { CreditAccount } from './credit-account.ts';
import { appendAll } from './credit-chain.ts';
import type { CreditDecision, Occasion } from './credit-decision.ts';
import { restoreExtensionDays } from './credit-use.ts';
import { type Appointment, endOf, isSame, type Kept, keepTogether, keptIn } from './kept-credits.ts';
import type { ForfeitReason } from './move-cause.ts';
import { refuseUnless } from './refusal.ts';

/** Memberships, by id, whose credits cannot be used. */
type Resting = ReadonlySet<string>;

/**
 * Keeps `units` for an appointment. If need be, what is kept for others moves to other buckets, so that none is refused
 * because of the order in which they were booked (rule C4). Refusals: `service_not_covered`, `credit_expired` (by that
 * day), `credit_frozen`, `insufficient_credit` (details: `available`, what could be kept), and `conflicting_change` when
 * the booking has that appointment already.
 */
export function keepCredit(
  account: CreditAccount,
  asked: Appointment & { readonly units: number },
  occasion: Occasion,
  resting: Resting = new Set(),
): CreditDecision {
  refuseUnless(!keptIn(account).some(({ appointment }) => isSame(appointment, asked)), 'conflicting_change');
  return keepTogether(account, resting, occasion, asked);
}

/**
 * Gives back what is kept for a booking that is cancelled in time; where the salon cancels, it is usable for 14 more days
 * at least (rule C7). What is kept for others may move to what has become free and expires sooner. Refuses `not_found`.
 */
export function releaseCredit(
  account: CreditAccount,
  { causeId, by }: { readonly causeId: string; readonly by: 'member' | 'salon' },
  occasion: Occasion,
  resting: Resting = new Set(),
): CreditDecision {
  const least = addDays(occasion.today, restoreExtensionDays);
  const code = by === 'salon' ? 'cancelled_by_salon' : 'cancelled_in_time';
  const released = appendAll(
    account,
    keptFor(account, causeId).map((kept) => {
      const { expiresOn } = kept.bucket;
      const extend = by === 'salon' && expiresOn !== undefined && expiresOn < least;
      return { ...endOf(kept, 'RELEASE', code, occasion), ...(extend ? { extendsTo: least } : {}) };
    }),
  );
  const after = keepTogether(released.account, resting, occasion);
  return { account: after.account, entries: [...released.entries, ...after.entries] };
}

/** Uses what is kept for a booking: the visit took place, `usedAt` a location, `usedBy` another member. Refuses `not_found`. */
export function consumeHold(
  account: CreditAccount,
  { causeId, ...used }: { readonly causeId: string; readonly usedAt?: string; readonly usedBy?: string },
  occasion: Occasion,
): CreditDecision {
  return appendAll(
    account,
    keptFor(account, causeId).map((kept) => ({ ...endOf(kept, 'CONSUME', 'used_at_appointment', occasion), ...used })),
  );
}

/**
 * Uses up what is kept for a booking that was cancelled too late, or to which nobody came. Waived by `undoRedemption`, as
 * a visit is (rule C7). Refuses `not_found`.
 */
export function forfeitHold(
  account: CreditAccount,
  { causeId, reason }: { readonly causeId: string; readonly reason: ForfeitReason },
  occasion: Occasion,
): CreditDecision {
  return appendAll(
    account,
    keptFor(account, causeId).map((kept) => {
      const { forDay } = kept.hold;
      return { ...endOf(kept, 'CONSUME', reason, occasion), ...(forDay === undefined ? {} : { forDay }) };
    }),
  );
}

function keptFor(account: CreditAccount, causeId: string): Kept[] {
  const kept = keptIn(account).filter(({ hold }) => hold.causeId === causeId);
  refuseUnless(kept.length > 0, 'not_found');
  return kept;
}
