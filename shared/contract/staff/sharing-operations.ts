import * as z from 'zod/mini';
import { LocationId, MemberId, ServiceId } from '../../domain/ids.ts';
import { LocalDate } from '../../domain/time.ts';
import type { Operations } from '../operation.ts';
import { CreditGroup, Household, SharedCredits } from '../views.ts';

const Nothing = z.strictObject({});
const memberPath = '/{business}/staff/members/{memberId}';
const peoplePath = `${memberPath}/memberships/{membershipId}/people` as const;
const Units = z.int().check(z.minimum(1), z.maximum(100));
const Balance = z.strictObject({ today: LocalDate, credits: z.array(CreditGroup) });

/** Visits that change hands, and memberships that several people use (rules C9, C10). */
export const sharingOperations = {
  getSharing: {
    summary: 'Whose memberships a client may use, and who may use the client’s',
    method: 'GET',
    path: `${memberPath}/sharing`,
    audience: 'staff',
    permission: 'clients.read',
    reply: z.strictObject({ shared: z.array(SharedCredits), households: z.array(Household) }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'the front desk cannot see what a client may use of somebody else’s membership',
  },
  shareMembership: {
    summary: 'Lets another client use the visits of a membership',
    method: 'POST',
    path: peoplePath,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: z.strictObject({ memberId: MemberId }),
    reply: z.strictObject({ household: Household }),
    status: 201,
    refusals: ['not_found', 'sharing_not_allowed', 'sharing_full', 'already_sharing', 'membership_not_running'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'nobody can be added to a shared membership',
  },
  stopSharingMembership: {
    summary: 'Ends the sharing of a membership with a client; what was used stays used',
    method: 'POST',
    path: `${peoplePath}/removal`,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: z.strictObject({ memberId: MemberId }),
    reply: z.strictObject({ household: Household }),
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'somebody who should not can go on using a membership',
  },
  redeemSharedCredit: {
    summary: 'Uses visits of a membership that somebody shares with the client',
    method: 'POST',
    path: `${memberPath}/shared/{membershipId}/redemptions`,
    audience: 'staff',
    permission: 'credits.redeem',
    idempotent: true,
    body: z.strictObject({ serviceId: ServiceId, units: Units, locationId: z.optional(LocationId) }),
    /** `holderId` is in whose account the entries are, to give them back there. */
    reply: z.strictObject({ holderId: MemberId, sequences: z.array(z.int()) }),
    status: 201,
    refusals: [
      'not_found',
      'sharing_limit',
      'insufficient_credit',
      'credit_expired',
      'credit_frozen',
      'service_not_covered',
    ],
    needs: ['table:read', 'table:write'],
    errorImpact: 'people who share a membership cannot use it at the desk',
  },
  passOnCredit: {
    summary: 'Gives unused visits to another client, where the plan allows it',
    method: 'POST',
    path: `${memberPath}/credits/{bucketId}/transfers`,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: z.strictObject({ toMemberId: MemberId, units: Units }),
    reply: z.strictObject({ ...Balance.shape, sequence: z.int() }),
    status: 201,
    refusals: [
      'not_found',
      'transfer_not_allowed',
      'transfer_limit',
      'membership_not_running',
      'insufficient_credit',
      'credit_expired',
      'credit_frozen',
    ],
    needs: ['table:read', 'table:write'],
    errorImpact: 'clients cannot pass visits on',
  },
  takeBackPassedOnCredit: {
    summary: 'Takes visits back that were passed on less than a day ago and are unused',
    method: 'POST',
    path: `${memberPath}/transfers/{sequence}/undo`,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: Nothing,
    reply: Balance,
    refusals: ['not_found', 'not_a_transfer', 'already_undone', 'undo_too_late', 'transfer_used', 'credit_closed'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'visits passed on to the wrong client cannot be taken back',
  },
} as const satisfies Operations;
