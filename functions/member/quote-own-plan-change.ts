import { quoted } from '../billing/quote-plan-change.ts';
import type { Handler } from '../http/request.ts';
import { planChangePreview } from '../views/plan-change-view.ts';
import { ownMembership } from './own-membership.ts';

export const quoteOwnPlanChange: Handler<'member', 'quoteOwnPlanChange'> = async (request) =>
  request.change(async () => {
    const scene = await ownMembership(request, request.path.membershipId, 'change_plan');
    const { writes, reply } = quoted(request.instance, scene, { ...request.body, by: 'member' });
    return { writes, reply: planChangePreview(scene, reply) };
  });
