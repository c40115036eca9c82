import type { Business } from './business.ts';
import { mayOffer } from './cancellation-law.ts';
import { mayHappen } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import type { MadeOffer } from './save-offer.ts';
import { isLetDo } from './self-service.ts';
import type { LocalDate } from './time.ts';

/** The one offer to a member who looks at what cancelling does; none where the law forbids it, or it could not be taken. */
export function saveOfferFor(
  { saveOffer = 'none', locale, features }: Pick<Business, 'saveOffer' | 'locale' | 'features'>,
  membership: Membership,
  today: LocalDate,
): MadeOffer | undefined {
  if (saveOffer === 'none' || !mayOffer(locale)) return undefined;
  if (saveOffer === 'pause' && !couldPause(membership, features, today)) return undefined;
  return saveOffer;
}

const couldPause = (membership: Membership, features: Business['features'], today: LocalDate): boolean =>
  isLetDo('pause', membership, features) &&
  membership.pause === undefined &&
  membership.due === undefined &&
  mayHappen(statusOn(membership, today), 'pause');
