import { billingWorldOf } from '../billing/request-world.ts';
import { markReady } from '../billing/take-event.ts';
import type { Handler } from '../http/request.ts';

/** Asks the provider itself while it is not known to be ready: the owner may come back before the webhook does. */
export const getPayments: Handler<'staff', 'getPayments'> = async (request) => {
  const { payments } = await request.reloadConfiguration();
  if (payments === undefined) return { state: 'not_connected' };
  if (payments.value.ready) return { state: 'connected' };
  const ready = await request.instance.payments.takesCharges(payments.value.accountId);
  if (ready) await markReady(billingWorldOf(request), request, true);
  return { state: ready ? 'connected' : 'unfinished' };
};
