import type { MembershipView } from '../../../shared/contract/views.ts';
import type { FeatureSwitches } from '../../../shared/domain/business.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { latestEndDays } from '../../../shared/domain/cancellation.ts';
import { isLetDo } from '../../../shared/domain/self-service.ts';
import { LocalDate } from '../../../shared/domain/time.ts';

type Shown = Pick<MembershipView, 'usability' | 'cancelledFor'>;

/** True while an end that somebody decided can still be taken back (rule K3). */
export const isCancelling = ({ cancelledFor }: Shown): boolean => cancelledFor !== undefined;

export const isCancellable = (membership: Shown): boolean =>
  membership.usability !== 'over' && !isCancelling(membership);

/** Who can take it back: the desk always, the client where they may cancel alone (rules K3, 13). */
export const takenBackBy = (
  membership: Pick<MembershipView, 'enrolledVia'>,
  features: FeatureSwitches,
): 'client_too' | 'desk_only' => (isLetDo('cancel', membership, features) ? 'client_too' : 'desk_only');

/** When it is to end, as it stands in the form. */
export interface WhenDraft {
  readonly when: 'period_end' | 'now' | 'on_date';
  readonly lastDay: string;
}
export type Ask = { readonly when: WhenDraft['when']; readonly lastDay?: LocalDate };

/** What the form asks for; undefined while a last day is missing or outside of what is possible. */
export function readWhen({ when, lastDay }: WhenDraft, today: LocalDate): Ask | undefined {
  if (when !== 'on_date') return { when };
  const day = LocalDate.safeParse(lastDay);
  if (!day.success || day.data < today || day.data > latestLastDay(today)) return undefined;
  return { when, lastDay: day.data };
}

export const latestLastDay = (today: LocalDate): LocalDate => addDays(today, latestEndDays);
