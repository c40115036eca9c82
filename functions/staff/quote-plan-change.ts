import { quoted } from '../billing/quote-plan-change.ts';
import type { Handler } from '../http/request.ts';
import { planChangePreview } from '../views/plan-change-view.ts';
import { sceneFor } from './billing-person.ts';

export const quotePlanChange: Handler<'staff', 'quotePlanChange'> = async (request) =>
  request.change(async () => {
    const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
    const { writes, reply } = quoted(request.instance, scene, { ...request.body, by: 'staff' });
    return { writes, reply: planChangePreview(scene, reply) };
  });
