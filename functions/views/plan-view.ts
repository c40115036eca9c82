import type { PlanView, ServiceView } from '../../shared/contract/views.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { Configuration } from '../store/configuration.ts';

/** A plan without what is internal: whether it is still offered. */
export function planView({ offered: _, ...plan }: PlanVersion): PlanView {
  return plan;
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
