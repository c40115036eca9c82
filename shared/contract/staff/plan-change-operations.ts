import * as z from 'zod/mini';
import { InvoiceId, PlanId, QuoteId } from '../../domain/ids.ts';
import { ChangeWhen } from '../../domain/plan-quote.ts';
import type { Operations } from '../operation.ts';
import { ChangeResult, PlanChangePreview, PlanChoices } from '../plan-change-views.ts';
import { MembershipView } from '../views.ts';

const membershipPath = '/{business}/staff/members/{memberId}/memberships/{membershipId}' as const;
const changePath = `${membershipPath}/plan-change` as const;

export const AskedChange = z.strictObject({ planId: PlanId, when: ChangeWhen });

/** Why a membership cannot change its plan at all. */
export const noChangeRefusals = [
  'not_found',
  'payment_in_progress',
  'try_again_later',
  'membership_paused',
  'payment_open',
  'membership_not_running',
  'membership_ending',
] as const;

/** Why it cannot change to this plan then. */
export const changeRefusals = [
  ...noChangeRefusals,
  'plan_not_offered',
  'same_plan',
  'already_enrolled',
  'within_commitment',
  'change_only_next_period',
] as const;

export const confirmRefusals = [
  ...changeRefusals,
  'quote_expired',
  'quote_outdated',
  'payments_not_connected',
  'no_card_on_file',
  'too_many_attempts',
] as const;

/** Another plan for a client's membership (000-028; rules PC3 … PC7). */
export const planChangeOperations = {
  listPlanChoices: {
    summary: 'The plans that a membership could change to, beside its own, and when that could begin',
    method: 'GET',
    path: `${membershipPath}/plan-choices`,
    audience: 'staff',
    permission: 'memberships.enrol',
    reply: PlanChoices,
    refusals: noChangeRefusals,
    needs: ['table:read'],
    errorImpact: 'staff cannot change the plan of a client',
  },
  quotePlanChange: {
    summary: 'What changing to a plan would mean, to the cent and to the day; holds for 15 minutes (rule PC5)',
    method: 'POST',
    path: `${changePath}/quotes`,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: AskedChange,
    reply: PlanChangePreview,
    status: 201,
    refusals: changeRefusals,
    needs: ['table:read', 'table:write'],
    errorImpact: 'staff cannot say what another plan costs, and cannot change to it',
  },
  changePlan: {
    summary: 'Does what a quote said, exactly, or refuses: charges the card, or records what was paid at the desk',
    method: 'POST',
    path: changePath,
    audience: 'staff',
    permission: 'memberships.enrol',
    idempotent: true,
    body: z.strictObject({ quoteId: QuoteId, method: z.optional(z.enum(['cash', 'terminal', 'transfer'])) }),
    reply: z.strictObject({
      result: ChangeResult,
      /** The provider's reason for a no. */
      code: z.optional(z.string()),
      /** The receipt. */
      invoiceId: z.optional(InvoiceId),
      membership: MembershipView,
    }),
    refusals: confirmRefusals,
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'plans of clients cannot be changed; nothing is charged',
  },
  undoPlanChange: {
    summary: 'Takes back a change that waits for its bill',
    method: 'DELETE',
    path: changePath,
    audience: 'staff',
    permission: 'memberships.enrol',
    reply: z.strictObject({ membership: MembershipView }),
    refusals: ['not_found', 'no_pending_change', 'payment_in_progress'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'a change of plan by mistake cannot be taken back; it comes with the next bill',
  },
} as const satisfies Operations;
