import type { CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';

type Cancelled = Pick<MembershipView, 'status' | 'period' | 'committedUntil' | 'open'>;

/** True while an end that somebody decided can still be taken back (rule K3). */
export const isCancelling = ({ status }: Pick<MembershipView, 'status'>): boolean => status === 'cancelling';

export const isCancellable = ({ status }: Pick<MembershipView, 'status'>): boolean =>
  status !== 'cancelling' && status !== 'cancelled' && status !== 'expired';

/**
 * The last day when cancelled at the end of what is paid, or of what was agreed at least (rules K1, K8). Undefined while
 * a payment is open (rule D7), and where nothing is paid any more or not begun: then it ends now.
 */
export function lastDayAtEnd(
  { status, period, committedUntil, open }: Cancelled,
  today: LocalDate,
): LocalDate | undefined {
  if (open !== undefined || status === 'scheduled' || status === 'incomplete' || period.end <= today) return undefined;
  const paidUntil = addDays(period.end, -1);
  return committedUntil !== undefined && committedUntil > paidUntil ? committedUntil : paidUntil;
}

/** Credits of one membership that are left, each with its own last day: they outlive the membership (rule K2). */
export function creditsLeft(groups: readonly CreditGroup[], membershipId: string) {
  return groups.flatMap(({ kind, serviceIds, buckets }) =>
    buckets
      .filter(
        ({ source, available }) =>
          available > 0 && source.kind === 'membership' && source.membershipId === membershipId,
      )
      .map(({ bucketId, available, expiresOn }) => ({ bucketId, kind, serviceIds, available, expiresOn })),
  );
}
