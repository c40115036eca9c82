import { openCardPage } from '../billing/open-checkout.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { personOf } from './billing-person.ts';

export const startCardUpdate: Handler<'member', 'startCardUpdate'> = async (request) => {
  const visitor = { ...personOf(request), language: request.language, backTo: '/portal' };
  return { url: await openCardPage(billingWorldOf(request), visitor) };
};
