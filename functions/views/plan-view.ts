import type { PlanView, ServiceView } from '../../shared/contract/views.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { planRules } from '../../shared/domain/plan-rules.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { Configuration } from '../store/configuration.ts';
import { taxAt } from './tax-at.ts';

/** A plan without what is internal, with what it means where it is sold: in a place, or in the business as a whole. */
export function planView(plan: PlanVersion, configuration: Configuration, locationId?: string): PlanView {
  const { offered: _, ...terms } = plan;
  return { ...terms, rules: planRules(plan, configuration.business.value, taxAt(configuration, locationId)) };
}

export const serviceView = ({ serviceId, name, oneVisit, visits }: Service): ServiceView => ({
  serviceId,
  name,
  oneVisit,
  visits,
});

/** Every service, archived ones too: credits of old plans may still cover them. */
export const serviceViews = (configuration: Configuration): ServiceView[] =>
  configuration.services.map(({ value }) => serviceView(value));
