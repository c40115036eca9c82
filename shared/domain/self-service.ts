import type { FeatureSwitches } from './business.ts';
import type { Membership } from './membership.ts';
import { refuseUnless } from './refusal.ts';

/** What a member can be let do alone, and the owner's switch for it (000-026 … 000-028, 000-032). */
const switchOf = {
  pause: 'memberPauses',
  cancel: 'memberCancels',
  change_plan: 'memberChangesPlan',
} as const satisfies Record<string, keyof FeatureSwitches>;
export type SelfService = keyof typeof switchOf;

/** Whoever joined online may always cancel online, whatever the switch says (conflict X2, rule 13). */
export const isLetDo = (
  what: SelfService,
  { enrolledVia }: Pick<Membership, 'enrolledVia'>,
  features: FeatureSwitches,
): boolean => features[switchOf[what]] || (what === 'cancel' && enrolledVia === 'online');

/** Refuses `self_service_off`: the business does this for its members. */
export function refuseUnlessLet(
  what: SelfService,
  membership: Pick<Membership, 'enrolledVia'>,
  features: FeatureSwitches,
): void {
  refuseUnless(isLetDo(what, membership, features), 'self_service_off');
}
