import type { MembershipView } from '../../../shared/contract/views.ts';
import type { FeatureSwitches } from '../../../shared/domain/business.ts';
import { lastDayOf, lastDayRange, offeredLengths, type PauseLength } from '../../common/pause-length.ts';

/** Where pausing is offered; what else stands in its way is said when it is asked for. */
export const canPause = ({ status, pause, open }: Pick<MembershipView, 'status' | 'pause' | 'open'>): boolean =>
  pause === undefined && open === undefined && (status === 'active' || status === 'renewal_pending');

/** A closure is the salon’s own; every other pause the member ends or moves where the owner lets them (000-032). */
export const changesPauseAlone = (
  { pause }: Pick<MembershipView, 'pause'>,
  { memberPauses }: Pick<FeatureSwitches, 'memberPauses'>,
): boolean => memberPauses && pause !== undefined && pause.by !== 'closure';

/** How long, as it stands in the form. */
export type LengthChoice = PauseLength | 'day';
type Limits = MembershipView['plan']['rules']['pause'];

/** The lengths that the salon allows from a day on, and a day of one’s own. */
export const lengthChoices = (from: string, limits: Limits): LengthChoice[] => [...offeredLengths(from, limits), 'day'];

/** The last day that a choice means; undefined while there is none yet, or none that the salon allows. */
export function lastDayChosen(
  choice: string | undefined,
  day: string | undefined,
  from: string,
  limits: Limits,
): string | undefined {
  if (choice === 'day') {
    const { first, last } = lastDayRange(from, limits);
    return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= first && day <= last ? day : undefined;
  }
  const length = offeredLengths(from, limits).find((offered) => offered === choice);
  return length === undefined ? undefined : lastDayOf(length, from, limits);
}
