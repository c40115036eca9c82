import { openPaymentPage } from '../billing/open-checkout.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { personOf } from './billing-person.ts';

export const startPayment: Handler<'member', 'startPayment'> = async (request) => {
  const visitor = { ...personOf(request), language: request.language, backTo: '/portal/payments' };
  return { url: await openPaymentPage(billingWorldOf(request), visitor, request.path.invoiceId) };
};
