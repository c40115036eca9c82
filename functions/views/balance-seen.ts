import { createHash } from 'node:crypto';
import type { BalanceSeen } from '../../shared/domain/balance-seen.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Configuration } from '../store/configuration.ts';
import type { MemberSnapshot } from '../store/member-snapshot.ts';
import { creditGroups } from './credit-view.ts';
import { membershipViews } from './membership-view.ts';

/** What the portal shows of a member's memberships and balance on a day, made from the very same views. */
export function balanceSeen(member: MemberSnapshot, configuration: Configuration, today: LocalDate): BalanceSeen {
  const { policies, currency } = configuration.business.value;
  const memberships = member.memberships.map(({ value }) => value);
  const accountCredit = member.money?.value.balance ?? 0;
  return {
    on: today,
    memberships: membershipViews(memberships, configuration, today, member).map(
      ({ membershipId, plan, status, usability, nextBill, upcoming, open }) => ({
        membershipId,
        plan: plan.name,
        status,
        usability,
        nextBill,
        ...(upcoming === undefined ? {} : { amount: upcoming.total }),
        ...(open === undefined ? {} : { open: open.amount }),
      }),
    ),
    credits: creditGroups(member.account.value, today, policies).map(({ kind, serviceIds, available, buckets }) => ({
      kind,
      serviceIds,
      available,
      parts: partsOf(buckets),
    })),
    ...(accountCredit === 0 ? {} : { accountCredit: { amount: accountCredit, currency } }),
  };
}

/** What ends on one day is one number. */
function partsOf(
  buckets: readonly { readonly available: number; readonly expiresOn?: LocalDate | undefined }[],
): BalanceSeen['credits'][number]['parts'] {
  const byDay = new Map<LocalDate | undefined, number>();
  for (const { available, expiresOn } of buckets) byDay.set(expiresOn, (byDay.get(expiresOn) ?? 0) + available);
  return [...byDay].map(([expiresOn, available]) => ({
    available,
    ...(expiresOn === undefined ? {} : { expiresOn }),
  }));
}

/** A name that only exactly these numbers have. */
export const nameOfSeen = (seen: BalanceSeen): string =>
  createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
