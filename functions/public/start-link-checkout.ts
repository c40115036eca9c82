import { languageOf } from '../../shared/domain/business.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { openCardPage } from '../billing/open-checkout.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { tokenHashOf } from '../store/link-rows.ts';
import { takeVisitorSlot } from '../store/visitor-slots.ts';
import { openLink } from './open-link.ts';

/** Pages of the provider that one link may open in an hour. */
const mostPages = 10;

/** Only the card of the one member, and nothing else of them (000-021). The link stays good until a card was saved and nothing is open. */
export const startLinkCheckout: Handler<'public', 'startLinkCheckout'> = async (request) => {
  const { body, slug, at, requestId, instance, configuration } = request;
  const { link, profile } = await openLink(request, body.token, 'card_update');
  const hash = tokenHashOf(body.token);
  refuseUnless(
    await takeVisitorSlot(instance.table, slug, `link.${hash}`, requestId, mostPages, at),
    'too_many_requests',
  );
  const { memberId } = link.value;
  const visitor = {
    slug,
    memberId,
    actor: { kind: 'member', memberId } as const,
    at,
    requestId,
    language: profile?.language ?? languageOf(configuration.business.value.locale),
    backTo: '/portal/card',
  };
  return { url: await openCardPage(billingWorldOf(request), visitor, hash) };
};
