import type { Route } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { chargeRoutes } from './charges.ts';
import { customerRoutes } from './customers.ts';
import { disputeRoutes } from './disputes.ts';
import { eventRoutes } from './events.ts';
import { paymentIntentRoutes } from './payment-intents.ts';
import { paymentMethodRoutes } from './payment-methods.ts';
import { refundRoutes } from './refunds.ts';
import { searchRoutes } from './search-payments.ts';
import { sessionRoutes } from './sessions.ts';
import { setupIntentRoutes } from './setup-intents.ts';

/** All that the simulator offers. `searchLag` in milliseconds of the clock. */
export function allRoutes(searchLag: () => number): readonly Route[] {
  return [
    // Before the payments: `search` is no id.
    ...searchRoutes(searchLag),
    ...accountRoutes,
    ...chargeRoutes,
    ...customerRoutes,
    ...disputeRoutes,
    ...eventRoutes,
    ...paymentIntentRoutes,
    ...paymentMethodRoutes,
    ...refundRoutes,
    ...sessionRoutes,
    ...setupIntentRoutes,
  ];
}
