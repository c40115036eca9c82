import type { PayingInstance } from '../runtime/instance.ts';
import type { Configuration } from '../store/configuration.ts';
import type { BillingWorld } from './world.ts';

/** The world of a call that somebody waits for: it decides on the configuration that the call was let in with. */
export function billingWorldOf(request: {
  readonly instance: PayingInstance;
  readonly configuration: Configuration;
  reloadConfiguration(): Promise<Configuration>;
}): BillingWorld {
  const { instance, configuration } = request;
  return {
    ...instance,
    configurations: { get: async () => configuration, reload: () => request.reloadConfiguration() },
  };
}
