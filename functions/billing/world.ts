import type { ConfigurationCache } from '../runtime/configuration-cache.ts';
import type { PayingInstance } from '../runtime/instance.ts';

/** What taking money touches. */
export interface BillingWorld extends PayingInstance {
  readonly configurations: Pick<ConfigurationCache, 'get' | 'reload'>;
}
