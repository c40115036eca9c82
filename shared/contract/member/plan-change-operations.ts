import * as z from 'zod/mini';
import { InvoiceId, QuoteId } from '../../domain/ids.ts';
import type { Operations } from '../operation.ts';
import { ChangeResult, PlanChangePreview, PlanChoices } from '../plan-change-views.ts';
import { AskedChange, changeRefusals, confirmRefusals, noChangeRefusals } from '../staff/plan-change-operations.ts';
import { MembershipView } from '../views.ts';

const membershipPath = '/{business}/member/members/{memberId}/memberships/{membershipId}' as const;
const changePath = `${membershipPath}/plan-change` as const;

/** Another plan by the member, where the business lets them (000-028, 000-032; rules PC3 … PC7). */
export const memberPlanChangeOperations = {
  listOwnPlanChoices: {
    summary: 'The plans that the membership could change to, beside its own, and when that could begin',
    method: 'GET',
    path: `${membershipPath}/plan-choices`,
    audience: 'member',
    reply: PlanChoices,
    refusals: [...noChangeRefusals, 'self_service_off'],
    needs: ['table:read'],
    errorImpact: 'members cannot change their plan by themselves; the salon can',
  },
  quoteOwnPlanChange: {
    summary: 'What changing to a plan would mean, to the cent and to the day; holds for 15 minutes (rule PC5)',
    method: 'POST',
    path: `${changePath}/quotes`,
    audience: 'member',
    idempotent: true,
    body: AskedChange,
    reply: PlanChangePreview,
    status: 201,
    refusals: [...changeRefusals, 'self_service_off', 'paid_at_the_desk'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot see what another plan costs; the salon can say it',
  },
  changeOwnPlan: {
    summary: 'Does what a quote said, exactly, or refuses',
    method: 'POST',
    path: changePath,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({ quoteId: QuoteId }),
    reply: z.strictObject({
      result: ChangeResult,
      /** The receipt. */
      invoiceId: z.optional(InvoiceId),
      membership: MembershipView,
    }),
    refusals: [...confirmRefusals, 'self_service_off', 'paid_at_the_desk'],
    needs: ['table:read', 'table:write', 'payments:use'],
    errorImpact: 'members cannot change their plan by themselves; nothing is charged',
  },
  undoOwnPlanChange: {
    summary: 'Takes back a change that waits for its bill',
    method: 'DELETE',
    path: changePath,
    audience: 'member',
    reply: z.strictObject({ membership: MembershipView }),
    refusals: ['not_found', 'no_pending_change', 'not_permitted', 'payment_in_progress', 'self_service_off'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot take a change of plan back by themselves; the salon can',
  },
} as const satisfies Operations;
