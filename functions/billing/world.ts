import type { Payments } from '../gateways/payments.ts';
import type { ConfigurationCache } from '../runtime/configuration-cache.ts';
import type { Instance } from '../runtime/instance.ts';

/** What taking money touches. */
export interface BillingWorld extends Instance {
  readonly payments: Payments;
  readonly configurations: Pick<ConfigurationCache, 'get' | 'reload'>;
  /** The version of the time zone database of this runtime. */
  readonly tzdata: string;
  /** The address of a business's site, without a slash at the end. */
  readonly siteOf: (slug: string) => string;
}
