import type { SharedCredits } from '../../shared/contract/views.ts';
import type { CreditAccount } from '../../shared/domain/credit-account.ts';
import { holderName } from '../../shared/domain/member.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { leftToShare, sharedPart, sharesWith, usedBySince } from '../../shared/domain/sharing.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { type Configuration, planVersionOf } from '../store/configuration.ts';
import { entriesSince } from '../store/credit-entries.ts';
import { loadMember, type MemberSnapshot } from '../store/member-snapshot.ts';
import type { Table } from '../store/table.ts';
import { creditGroups } from '../views/credit-view.ts';

/** A membership that somebody else holds and the client may use, with all that decides about using it. */
export interface SharedWith {
  readonly holder: MemberSnapshot;
  readonly membership: Membership;
  readonly plan: PlanVersion;
  /** The part of the holder's account that is shared. */
  readonly account: CreditAccount;
  /** What this person may still use in the running period; undefined = all that is there. */
  readonly left: number | undefined;
}

/**
 * The membership that a client may use by somebody else's leave: one read of the holder, and of the holder's uses where
 * the plan limits them. Undefined when there is none, or not any more:
 * it was ended, or the membership changed to a plan that cannot be shared.
 */
export async function sharedWith(
  table: Table,
  slug: string,
  client: MemberSnapshot,
  membershipId: string,
  configuration: Configuration,
): Promise<SharedWith | undefined> {
  const { memberId } = client.profile;
  const share = client.shared.find(({ value }) => value.membershipId === membershipId && value.live);
  const holder = share && (await loadMember(table, slug, share.value.holderId));
  const membership = holder?.memberships.find(({ value }) => value.membershipId === membershipId)?.value;
  const plan = membership && planVersionOf(configuration, membership.planId, membership.planVersion);
  if (!holder || !membership || !plan?.sharing || !sharesWith(membership, memberId)) return undefined;
  const account = holder.account.value;
  const isLimited = plan.sharing.unitsPerPeriod !== undefined;
  const since = membership.period.start;
  const entries = isLimited ? await entriesSince(table, slug, account.memberId, since) : [];
  return {
    holder,
    membership,
    plan,
    account: sharedPart(account, membershipId),
    left: leftToShare(plan, usedBySince(entries, { membershipId, memberId, since })),
  };
}

/** Everything that others share with a client, as it is today. Asks nothing more for those with whom nobody shares. */
export async function sharedCredits(
  table: Table,
  slug: string,
  client: MemberSnapshot,
  configuration: Configuration,
  today: LocalDate,
): Promise<SharedCredits[]> {
  const live = client.shared.filter(({ value }) => value.live);
  const found = await Promise.all(
    live.map(({ value }) => sharedWith(table, slug, client, value.membershipId, configuration)),
  );
  return found.flatMap((shared) => (shared ? [sharedView(shared, configuration, today)] : []));
}

function sharedView(
  { holder, membership, plan, account, left }: SharedWith,
  configuration: Configuration,
  today: LocalDate,
): SharedCredits {
  const { policies } = configuration.business.value;
  const { memberId } = holder.profile;
  return {
    membershipId: membership.membershipId,
    holder: { memberId, name: holderName(holder.profile) },
    plan: plan.name,
    usability: standingOf(membership, today, policies).usability,
    ...(left === undefined ? {} : { left }),
    credits: creditGroups(account, today, policies),
  };
}
