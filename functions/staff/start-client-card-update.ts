import { languageOf } from '../../shared/domain/business.ts';
import { openCardPage } from '../billing/open-checkout.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { personOf } from './billing-person.ts';

/** In the client's language: it is the client who enters the card, at the desk or on the own phone. */
export const startClientCardUpdate: Handler<'staff', 'startClientCardUpdate'> = async (request) => {
  const { memberId } = request.path;
  const { profile } = await request.loadMember();
  const language = profile.language ?? languageOf(request.configuration.business.value.locale);
  const visitor = { ...personOf(request, memberId), language, backTo: `/admin/contacts/${memberId}` };
  const url = await openCardPage(billingWorldOf(request), visitor);
  return request.change(async () => ({ writes: [], reply: { url } }));
};
