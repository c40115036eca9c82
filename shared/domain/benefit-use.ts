import type { CreditAccount, Entry } from './credit-account.ts';
import { append } from './credit-chain.ts';
import { type CreditDecision, drafted, type Occasion } from './credit-decision.ts';
import type { Membership } from './membership.ts';
import { type Benefit, isCounted } from './plan.ts';
import { refuseUnless } from './refusal.ts';
import type { Usability } from './standing.ts';

/** What is used, of which membership, for which service. */
export interface BenefitUse {
  readonly membership: Pick<Membership, 'membershipId' | 'period'>;
  readonly benefit: Benefit | undefined;
  readonly serviceId: string;
  readonly usability: Usability;
  readonly usedAt?: string | undefined;
}

/**
 * Writes down that a discount or an unlimited service was used (001-018). Nothing is counted, so it is an entry without a
 * bucket, named after membership, period and benefit; “when did I use it” is then one list for all four kinds. It is
 * there for memberships that can be used today: discounts end with grace and rest in a pause (rules G4, P3).
 * Refusals: `not_found` for a benefit that the plan has not or that is counted, `service_not_covered`, `credit_frozen`
 * while the membership rests, `membership_not_running` before and after it.
 */
export function recordBenefitUse(
  account: CreditAccount,
  { membership, benefit, serviceId, usability, usedAt }: BenefitUse,
  occasion: Occasion,
): CreditDecision {
  refuseUnless(benefit !== undefined && !isCounted(benefit), 'not_found');
  const covers =
    benefit.serviceIds.includes(serviceId) || (benefit.kind === 'discount' && benefit.serviceIds.length === 0);
  refuseUnless(covers, 'service_not_covered');
  refuseUnless(usability !== 'on_hold', 'credit_frozen');
  refuseUnless(usability === 'usable', 'membership_not_running');
  const name = `${membership.membershipId}.${membership.period.index}.${benefit.key}`;
  const draft = drafted('USE', name, 1, 'used_at_the_desk', occasion);
  return one(account, {
    ...draft,
    ...(benefit.kind === 'discount' ? { reason: { ...draft.reason, parameters: { percent: benefit.percent } } } : {}),
    of: { kind: benefit.kind, serviceIds: [serviceId] },
    serviceId,
    ...(usedAt === undefined ? {} : { usedAt }),
  });
}

/** Takes such a use back; the history keeps both lines. Refuses `not_a_redemption`. */
export function undoBenefitUse(account: CreditAccount, used: Entry, occasion: Occasion): CreditDecision {
  refuseUnless(used.kind === 'USE', 'not_a_redemption');
  return one(account, {
    ...drafted('UNUSE', used.bucketId, used.units, 'undone_by_staff', occasion),
    ...(used.of === undefined ? {} : { of: used.of }),
    ...(used.serviceId === undefined ? {} : { serviceId: used.serviceId }),
  });
}

function one(account: CreditAccount, draft: Parameters<typeof append>[1]): CreditDecision {
  const { account: after, entry } = append(account, draft);
  return { account: after, entries: [entry] };
}
