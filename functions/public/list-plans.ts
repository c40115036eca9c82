import type { Handler } from '../http/request.ts';
import { newestPlans } from '../store/configuration.ts';
import { planView, serviceView } from '../views/plan-view.ts';

export const listPlans: Handler<'public', 'listPlans'> = async ({ configuration, today }) => {
  const plans = newestPlans(configuration).filter((plan) => plan.offered);
  const covered = new Set(plans.flatMap((plan) => plan.benefits.flatMap((benefit) => benefit.serviceIds)));
  const services = configuration.services.map(({ value }) => value);
  return {
    today,
    plans: plans.map((plan) => planView(plan, configuration)),
    services: services.filter(({ serviceId, archived }) => covered.has(serviceId) || !archived).map(serviceView),
  };
};
