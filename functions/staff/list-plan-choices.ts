import type { Handler } from '../http/request.ts';
import { planChoices } from '../views/plan-change-view.ts';
import { sceneFor } from './billing-person.ts';

export const listPlanChoices: Handler<'staff', 'listPlanChoices'> = async (request) =>
  planChoices(await sceneFor(request, request.path.memberId, request.path.membershipId), 'staff');
