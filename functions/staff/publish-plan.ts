import { checkPlanTerms, type PlanVersion } from '../../shared/domain/plan.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { newestPlans } from '../store/configuration.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';

export const publishPlan: Handler<'staff', 'publishPlan'> = async (request) => {
  const { body, slug } = request;
  const planId = body.planId ?? request.newId('plan');
  return request.change(async () => {
    const configuration = await request.reloadConfiguration();
    const services = configuration.services.filter(({ value }) => !value.archived).map(({ value }) => value.serviceId);
    checkPlanTerms(body.terms, new Set(services), configuration.business.value.currency);
    const before = newestPlans(configuration).find((plan) => plan.planId === planId);
    refuseUnless(before !== undefined || body.planId === undefined, 'not_found');
    refuseUnless(body.basedOn === undefined || body.basedOn === before?.version, 'conflicting_change');
    const plan: PlanVersion = { planId, version: (before?.version ?? 0) + 1, ...body.terms, offered: true };
    return {
      writes: [
        insert(rowOf(keys.plan(slug, planId, plan.version), plan)),
        announce(request.event('plan.published', { planId, version: plan.version })),
      ],
      reply: plan,
    };
  });
};
