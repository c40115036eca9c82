import * as z from 'zod/mini';
import { GivenReason } from '../../domain/cancel-reason.ts';
import { LocalDate } from '../../domain/time.ts';
import { CancellationView } from '../cancellation-views.ts';
import type { Operations } from '../operation.ts';
import { MembershipView } from '../views.ts';

const cancellation = '/{business}/staff/members/{memberId}/memberships/{membershipId}/cancellation';

/** When it is to end; with `on_date` the last day, inclusive. */
export const CancelWhen = z.strictObject({
  when: z.enum(['period_end', 'now', 'on_date']),
  lastDay: z.optional(LocalDate),
});
export type CancelWhen = z.infer<typeof CancelWhen>;

/** Ending memberships of clients (rule 7). */
export const cancellationOperations = {
  previewCancellation: {
    summary:
      'What cancelling would do, or does once it is decided: last day, bills to come, what becomes of credits (000-050)',
    method: 'GET',
    path: cancellation,
    audience: 'staff',
    permission: 'memberships.enrol',
    query: CancelWhen,
    reply: z.strictObject({ cancellation: CancellationView }),
    refusals: ['not_found', 'cannot_be_cancelled', 'payment_in_progress', 'cancel_date_out_of_range'],
    needs: ['table:read'],
    errorImpact: 'staff cannot say what cancelling does, and cannot cancel',
  },
  cancelMembership: {
    summary: 'Ends a membership now, after what is paid, or after a day; an open invoice is voided (rules D7, K1)',
    method: 'POST',
    path: cancellation,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: CancelWhen,
    reply: z.strictObject({ membership: MembershipView, cancellation: CancellationView }),
    refusals: ['not_found', 'cannot_be_cancelled', 'payment_in_progress', 'cancel_date_out_of_range'],
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'memberships cannot be ended; they would renew',
  },
  undoCancellation: {
    summary: 'Takes a cancellation back while the membership still runs (rule K3)',
    method: 'DELETE',
    path: cancellation,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    reply: z.strictObject({ membership: MembershipView }),
    refusals: ['not_found', 'cannot_be_cancelled'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'a cancellation by mistake cannot be taken back',
  },
  noteCancelReason: {
    summary: 'Writes down why somebody leaves, after the decision (rule K4)',
    method: 'PUT',
    path: `${cancellation}/reason`,
    audience: 'staff',
    permission: 'memberships.enrol',
    body: z.strictObject({ reason: GivenReason }),
    reply: z.strictObject({}),
    refusals: ['not_found', 'not_cancelled'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'reasons for leaving are not noted',
  },
} as const satisfies Operations;
