import * as z from 'zod/mini';
import { MemberId } from '../../domain/ids.ts';
import type { Operations } from '../operation.ts';
import { Household, SharedCredits } from '../views.ts';

const memberPath = '/{business}/member/members/{memberId}';

/** Memberships that several people use (rule C10). The salon adds people; whoever holds it may end it for them. */
export const memberSharingOperations = {
  getOwnSharing: {
    summary: 'What others share with the member, and who may use the member’s own memberships',
    method: 'GET',
    path: `${memberPath}/sharing`,
    audience: 'member',
    reply: z.strictObject({ shared: z.array(SharedCredits), households: z.array(Household) }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'people who share a membership cannot see what they may use',
  },
  stopSharingOwnMembership: {
    summary: 'Ends the sharing of the member’s own membership with somebody',
    method: 'POST',
    path: `${memberPath}/memberships/{membershipId}/people/removal`,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({ memberId: MemberId }),
    reply: z.strictObject({ household: Household }),
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot end the sharing of their membership; the salon can',
  },
} as const satisfies Operations;
