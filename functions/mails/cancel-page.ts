import type { Business } from '../../shared/domain/business.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { isLetDo } from '../../shared/domain/self-service.ts';

/** Where a member cancels a membership, and takes that back. */
export const cancelPage = (site: string, { membershipId }: Pick<Membership, 'membershipId'>): string =>
  `${site}/portal/cancel/${membershipId}`;

/** True for those who may do both there. */
export const endsOnline = (membership: Pick<Membership, 'enrolledVia'>, { features }: Business): boolean =>
  isLetDo('cancel', membership, features);
