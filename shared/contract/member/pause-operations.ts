import * as z from 'zod/mini';
import type { Operations } from '../operation.ts';
import { OwnNewPauseEnd, OwnPauseEnd, PauseStart } from '../pause-views.ts';
import { PausePreview, pauseChangeRefusals, pauseRefusals } from '../staff/pause-operations.ts';
import { MembershipView } from '../views.ts';

const pausePath = '/{business}/member/members/{memberId}/memberships/{membershipId}/pause' as const;

/** What a member asks for: with the next bill unless told. Dates and benefits are as the business has them. */
const AskedPause = z.strictObject({ start: z.optional(PauseStart), end: OwnPauseEnd });
const AskedChange = z.strictObject({ end: OwnNewPauseEnd });

/** Pausing by the member, where the business lets them (000-026, 000-032; rules P4, P5, P7). */
export const memberPauseOperations = {
  previewOwnPause: {
    summary: 'What a pause would do: its days, the bill after it, each credit, what it costs; nothing is changed',
    method: 'POST',
    path: `${pausePath}/preview`,
    audience: 'member',
    body: AskedPause,
    reply: PausePreview,
    refusals: [...pauseRefusals, 'pause_switched_off'],
    needs: ['table:read'],
    errorImpact: 'members cannot see what a pause does before they agree to it',
  },
  pauseOwnMembership: {
    summary: 'Pauses the membership: nothing is charged on its days',
    method: 'POST',
    path: pausePath,
    audience: 'member',
    idempotent: true,
    body: AskedPause,
    reply: z.strictObject({ membership: MembershipView }),
    status: 201,
    refusals: [...pauseRefusals, 'pause_switched_off'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot pause by themselves; the salon can',
  },
  previewOwnPauseChange: {
    summary: 'What another last day of the pause, or resuming today, would do; nothing is changed',
    method: 'POST',
    path: `${pausePath}/change-preview`,
    audience: 'member',
    body: AskedChange,
    reply: PausePreview,
    refusals: [...pauseChangeRefusals, 'pause_switched_off', 'pause_of_closure'],
    needs: ['table:read'],
    errorImpact: 'members cannot see what changing a pause does before they do it',
  },
  changeOwnPause: {
    summary: 'Gives the pause another last day, or resumes the membership today (rule P7)',
    method: 'PUT',
    path: pausePath,
    audience: 'member',
    idempotent: true,
    body: AskedChange,
    reply: z.strictObject({ membership: MembershipView }),
    refusals: [...pauseChangeRefusals, 'pause_switched_off', 'pause_of_closure'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot change a pause by themselves; the salon can',
  },
} as const satisfies Operations;
