import { refuseUnless } from '../../shared/domain/refusal.ts';
import { openTopUpPage } from '../billing/open-checkout.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { personOf } from './billing-person.ts';

/** The provider’s page names the salon: that is what the money is for. */
export const startTopUp: Handler<'member', 'startTopUp'> = async (request) => {
  const { currency, name } = request.configuration.business.value;
  const { amount } = request.body;
  refuseUnless(amount.currency === currency, 'currency_mismatch', { currency });
  const visitor = { ...personOf(request), language: request.language, backTo: '/portal/payments' };
  return { url: await openTopUpPage(billingWorldOf(request), visitor, amount.amount, name) };
};
