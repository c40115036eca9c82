import type { MembershipView } from '../../../shared/contract/views.ts';
import type { FeatureSwitches } from '../../../shared/domain/business.ts';
import type { MadeOffer } from '../../../shared/domain/save-offer.ts';
import { isLetDo, type SelfService } from '../../../shared/domain/self-service.ts';

type Shown = Pick<MembershipView, 'usability' | 'enrolledVia' | 'cancelledFor'>;

const goesOn = ({ usability, cancelledFor }: Shown): boolean => usability !== 'over' && cancelledFor === undefined;

/** Where a member cancels alone (000-027, rule 13); until the first payment is there, there is nothing to cancel. */
export const canCancel = (membership: Shown & Pick<MembershipView, 'status'>, features: FeatureSwitches): boolean =>
  goesOn(membership) && membership.status !== 'incomplete' && isLetDo('cancel', membership, features);

/** Who takes a cancellation back, while that can be done: the member alone, or the salon for them (rules K3, 13). */
export function wayBack(membership: Shown, features: FeatureSwitches): 'alone' | 'through_salon' | undefined {
  if (membership.usability === 'over' || membership.cancelledFor === undefined) return undefined;
  return isLetDo('cancel', membership, features) ? 'alone' : 'through_salon';
}

/** What the salon does for a member who has memberships that go on: each thing that one of them needs it for. */
export const throughSalon = (memberships: readonly Shown[], features: FeatureSwitches): SelfService[] =>
  (['pause', 'change_plan', 'cancel'] as const).filter((what) =>
    memberships.some((membership) => goesOn(membership) && !isLetDo(what, membership, features)),
  );

/** What the link at a cancelled membership to its screen promises; there is none before and after. */
export function endLink(membership: Shown, features: FeatureSwitches): 'takeBack' | 'details' | undefined {
  const way = wayBack(membership, features);
  return way === undefined ? undefined : ({ alone: 'takeBack', through_salon: 'details' } as const)[way];
}

/** Cancelled before its first day: then it never has one. */
export const neverBegins = ({ cancelledFor, since }: Pick<MembershipView, 'cancelledFor' | 'since'>): boolean =>
  cancelledFor !== undefined && cancelledFor < since;

/** The screen on which one membership is cancelled, and on which that is told afterwards. */
export const cancelScreen = ({ membershipId }: Pick<MembershipView, 'membershipId'>): string =>
  `/portal/cancel/${membershipId}`;

/** Where the salon’s offer leads. */
export const offerScreen = (offer: MadeOffer, { membershipId }: Pick<MembershipView, 'membershipId'>): string =>
  ({ pause: `/portal/pause/${membershipId}`, question: '/portal/questions/new' })[offer];
