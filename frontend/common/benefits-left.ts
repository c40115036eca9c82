import type { CreditGroup, MembershipView } from '../../shared/contract/views.ts';
import { hasBenefitsLeft } from '../../shared/domain/benefits-left.ts';

/** True when something of this membership can be used today: what a payment that did not come leaves (rule G2). */
export const canUseSome = (
  { membershipId, plan, usability }: Pick<MembershipView, 'membershipId' | 'plan' | 'usability'>,
  credits: readonly CreditGroup[],
): boolean =>
  usability === 'usable' &&
  hasBenefitsLeft(
    membershipId,
    plan.benefits,
    credits.flatMap(({ buckets }) => buckets),
  );
