import * as z from 'zod/mini';
import { PauseBenefits, PauseDates, PauseReason } from '../../domain/pause-terms.ts';
import type { Operations } from '../operation.ts';
import { NewPauseEnd, PausedCredit, PauseEnd, PauseLimits, PauseStart } from '../pause-views.ts';
import { MembershipView } from '../views.ts';

const pausePath = '/{business}/staff/members/{memberId}/memberships/{membershipId}/pause' as const;

/** What staff agree on. What is left out is as the business has it; `beyondLimits` takes somebody who may overrule. */
const AskedPause = z.strictObject({
  start: PauseStart,
  end: PauseEnd,
  dates: z.optional(PauseDates),
  benefits: z.optional(PauseBenefits),
  beyondLimits: z.optional(z.boolean()),
});
const AskedChange = z.strictObject({ end: NewPauseEnd, beyondLimits: z.optional(z.boolean()) });

/** Whoever goes beyond the limits says why, when it is done and not only looked at (rule P5). */
interface Overruling {
  readonly beyondLimits?: boolean | undefined;
  readonly reason?: string | undefined;
}
const saysWhy = <Asked extends Overruling>() =>
  z.refine<Asked>(
    ({ beyondLimits, reason }) => beyondLimits !== true || reason !== undefined,
    'a reason for going beyond the limits',
  );
const Reasoned = { reason: z.optional(PauseReason) };
const AgreedPause = z.extend(AskedPause, Reasoned).check(saysWhy());
const AgreedChange = z.extend(AskedChange, Reasoned).check(saysWhy());

/** The membership as it would be, `upcoming` being the bill after the pause, and what happens to each credit. */
export const PausePreview = z.strictObject({
  membership: MembershipView,
  credits: z.array(PausedCredit),
  limits: PauseLimits,
});
export type PausePreview = z.infer<typeof PausePreview>;

export const pauseRefusals = [
  'not_found',
  'not_permitted',
  'payment_in_progress',
  'membership_not_running',
  'pause_not_yet',
  'pause_payment_open',
  'already_paused',
  'pause_cancel_pending',
  'pause_last_period',
  'pause_too_short',
  'pause_too_long',
  'pause_too_often',
] as const;

export const pauseChangeRefusals = [
  'not_found',
  'not_permitted',
  'payment_in_progress',
  'membership_not_running',
  'not_paused',
  'pause_cancel_pending',
  'pause_too_short',
  'pause_too_long',
] as const;

/** Pausing by staff (000-031, 000-049; rules P1–P9). */
export const pauseOperations = {
  previewPause: {
    summary: 'What a pause would do: its days, the bill after it, each credit, what it costs; nothing is changed',
    method: 'POST',
    path: `${pausePath}/preview`,
    audience: 'staff',
    permission: 'memberships.enrol',
    body: AskedPause,
    reply: PausePreview,
    refusals: pauseRefusals,
    needs: ['table:read'],
    errorImpact: 'staff cannot see what a pause does before they agree on it',
  },
  pauseMembership: {
    summary: 'Pauses a membership: nothing is charged on its days (rules P1–P6)',
    method: 'POST',
    path: pausePath,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: AgreedPause,
    reply: z.strictObject({ membership: MembershipView }),
    status: 201,
    refusals: pauseRefusals,
    needs: ['table:read', 'table:write'],
    errorImpact: 'memberships cannot be paused; they are charged',
  },
  previewPauseChange: {
    summary: 'What another end of the pause, or resuming today, would do; nothing is changed',
    method: 'POST',
    path: `${pausePath}/change-preview`,
    audience: 'staff',
    permission: 'memberships.enrol',
    body: AskedChange,
    reply: PausePreview,
    refusals: pauseChangeRefusals,
    needs: ['table:read'],
    errorImpact: 'staff cannot see what changing a pause does before they do it',
  },
  changePause: {
    summary: 'Gives a pause another end, or resumes the membership today (rule P7)',
    method: 'PUT',
    path: pausePath,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: AgreedChange,
    reply: z.strictObject({ membership: MembershipView }),
    refusals: pauseChangeRefusals,
    needs: ['table:read', 'table:write'],
    errorImpact: 'pauses cannot be changed and memberships not resumed early',
  },
} as const satisfies Operations;
