import type { MembershipView } from '../contract/views.ts';
import { addDays } from '../domain/calendar.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Tongue } from './words.ts';

type Ending = Pick<MembershipView, 'pause' | 'cancelledFor'>;

/** It is cancelled for a day of its pause, so it does not go on after it. */
export const endsWithinPause = ({ pause, cancelledFor }: Ending): boolean =>
  pause !== undefined && cancelledFor !== undefined && (pause.lastDay === undefined || cancelledFor <= pause.lastDay);

/** That a membership which is paused is cancelled as well, and when it ends; undefined unless both are true. */
export function endInPause(
  membership: Ending,
  { words: { pauses } }: Pick<Tongue, 'words'>,
  day: (date: LocalDate) => string,
): string | undefined {
  const { pause, cancelledFor } = membership;
  if (pause === undefined || cancelledFor === undefined) return undefined;
  return pause.lastDay === undefined || endsWithinPause(membership)
    ? pauses.cancelledWithin(day(cancelledFor))
    : pauses.cancelledAfter(day(addDays(pause.lastDay, 1)), day(cancelledFor));
}
