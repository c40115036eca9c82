import type { Handler } from '../http/request.ts';
import { planChoices } from '../views/plan-change-view.ts';
import { ownMembership } from './own-membership.ts';

export const listOwnPlanChoices: Handler<'member', 'listOwnPlanChoices'> = async (request) =>
  planChoices(await ownMembership(request, request.path.membershipId, 'change_plan'), 'member');
