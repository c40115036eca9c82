import type { BillingWorld } from '../billing/world.ts';
import { paymentSecret } from '../gateways/payment-secret.ts';
import { stripePayments } from '../gateways/stripe-payments.ts';
import { chance } from '../runtime/chance.ts';
import { configurationCache } from '../runtime/configuration-cache.ts';
import { env, optionalEnv } from '../runtime/environment.ts';
import type { PayingInstance } from '../runtime/instance.ts';
import { tzdataVersion } from '../runtime/tzdata.ts';
import { uptime } from '../runtime/uptime.ts';
import { dynamoTable } from '../store/dynamo-table.ts';

/** The connections of every entry that takes money. */
export function payingInstance(): PayingInstance {
  return {
    table: dynamoTable({ tableName: env('TABLE_NAME') }),
    chance,
    payments: stripePayments({
      secret: paymentSecret(env('STRIPE_SECRET_ID'), uptime),
      origin: optionalEnv('STRIPE_API_ORIGIN'),
    }),
    tzdata: tzdataVersion(),
    siteOf: (slug) => env('SITE_ORIGIN').replace('{business}', slug),
  };
}

/** What jobs that take money work with. */
export function billingWorld(): BillingWorld {
  const instance = payingInstance();
  return { ...instance, configurations: configurationCache(instance.table, uptime) };
}
