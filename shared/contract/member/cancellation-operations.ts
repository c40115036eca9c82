import * as z from 'zod/mini';
import { GivenReason } from '../../domain/cancel-reason.ts';
import { CancellationView } from '../cancellation-views.ts';
import type { Operations } from '../operation.ts';
import { MembershipView } from '../views.ts';

const cancellation = '/{business}/member/members/{memberId}/memberships/{membershipId}/cancellation';

/** Cancelling alone: whoever joined online always can, others when the owner has switched it on (000-027, 000-032). */
export const memberCancellationOperations = {
  previewOwnCancellation: {
    summary:
      'What cancelling would do, or does once it is decided: last day, bills to come, what becomes of credits (000-050)',
    method: 'GET',
    path: cancellation,
    audience: 'member',
    reply: z.strictObject({
      cancellation: CancellationView,
      /** What stands beside “Cancel now” (rule K5). */
      offer: z.optional(z.enum(['pause', 'question'])),
    }),
    refusals: ['not_found', 'self_service_off', 'cannot_be_cancelled', 'payment_in_progress'],
    needs: ['table:read'],
    errorImpact: 'members cannot cancel online; the salon must do it',
  },
  cancelOwnMembership: {
    summary: 'Ends the membership at the end of what is paid and was agreed to',
    method: 'POST',
    path: cancellation,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({}),
    reply: z.strictObject({ membership: MembershipView, cancellation: CancellationView }),
    refusals: ['not_found', 'self_service_off', 'cannot_be_cancelled', 'payment_in_progress'],
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'members cannot cancel online; the salon must do it',
  },
  undoOwnCancellation: {
    summary: 'Takes a cancellation back while the membership still runs',
    method: 'DELETE',
    path: cancellation,
    audience: 'member',
    idempotent: true,
    reply: z.strictObject({ membership: MembershipView }),
    refusals: ['not_found', 'self_service_off', 'cannot_be_cancelled'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot take a cancellation back; the salon can',
  },
  noteOwnCancelReason: {
    summary: 'Says why, after the decision and only who wants to (rule K4)',
    method: 'PUT',
    path: `${cancellation}/reason`,
    audience: 'member',
    body: z.strictObject({ reason: GivenReason }),
    reply: z.strictObject({}),
    refusals: ['not_found', 'self_service_off', 'not_cancelled'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'reasons for leaving are not noted',
  },
} as const satisfies Operations;
