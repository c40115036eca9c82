import type { Bucket } from './credit-account.ts';
import type { Benefit } from './plan.ts';

/**
 * True when something of a membership can be used while it is not on hold: of the usable buckets one that came with it,
 * or a discount or an unlimited service of its plan. What staff added belongs to no membership and rests with none.
 */
export const hasBenefitsLeft = (
  membershipId: string,
  benefits: readonly Benefit[],
  usable: readonly Pick<Bucket, 'available' | 'source'>[],
): boolean =>
  benefits.some(({ kind }) => kind === 'discount' || kind === 'unlimited') ||
  usable.some(
    ({ available, source }) => available > 0 && source.kind === 'membership' && source.membershipId === membershipId,
  );
