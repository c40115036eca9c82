import type { CreditGroup, MembershipView } from '../../../shared/contract/views.ts';
import { dayBefore } from '../../../shared/wording/format.ts';

type Ending = Pick<MembershipView, 'period' | 'committedUntil'>;

/**
 * The last day of a membership that is cancelled today: the end of what is paid, or of what was agreed at least.
 * Undefined when what is paid for is over already: it then ends at once.
 */
export function lastDayOf({ period, committedUntil = '' }: Ending, today: string): string | undefined {
  const paidUntil = dayBefore(period.end);
  const lastDay = committedUntil > paidUntil ? committedUntil : paidUntil;
  return lastDay < today ? undefined : lastDay;
}

/** True when bills are still to come before the membership can end. */
export const isCommitted = ({ period, committedUntil = '' }: Ending): boolean => committedUntil >= period.end;

const isRunning = ({ status }: Pick<MembershipView, 'status'>): boolean =>
  !['incomplete', 'cancelling', 'cancelled', 'expired'].includes(status);

/** Joined online, so cancelled online (rule 13). */
export const canCancel = (membership: Pick<MembershipView, 'status' | 'enrolledVia'>): boolean =>
  membership.enrolledVia === 'online' && isRunning(membership);

export const canUndo = ({ status, enrolledVia }: Pick<MembershipView, 'status' | 'enrolledVia'>): boolean =>
  enrolledVia === 'online' && status === 'cancelling';

/** True when there are memberships that go on, and none of them needs the salon to end it. */
export function cancelsOnline(memberships: readonly Pick<MembershipView, 'usability' | 'enrolledVia'>[]): boolean {
  const current = memberships.filter(({ usability }) => usability !== 'over');
  return current.length > 0 && current.every(({ enrolledVia }) => enrolledVia === 'online');
}

/** What is left of a membership’s benefits, part by part with its last day. */
export const leftOf = (membershipId: string, credits: readonly CreditGroup[]) =>
  credits.flatMap(({ kind, serviceIds, buckets }) =>
    buckets
      .filter(
        ({ source, available }) =>
          source.kind === 'membership' && source.membershipId === membershipId && available > 0,
      )
      .map(({ bucketId, available, expiresOn }) => ({ bucketId, kind, serviceIds, units: available, expiresOn })),
  );
