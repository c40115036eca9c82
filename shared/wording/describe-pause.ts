import type { MembershipView } from '../contract/views.ts';
import { addDays } from '../domain/calendar.ts';
import type { LocalDate } from '../domain/time.ts';
import { priceInWords } from './describe-price.ts';
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

type Pending = MembershipView['pendingChange'];

/** What a pause does to a change of plan that waits for its bill: its day, and the price from then on (rule P8). */
export function changeInPause(
  before: Pending,
  after: Pending,
  tongue: Tongue,
  day: (date: LocalDate) => string,
): string | undefined {
  if (after === undefined) return undefined;
  const { planChange } = tongue.words.pauses;
  const { plan, effectiveOn, reason } = after;
  const what = planChange.what[reason](plan.name);
  return `${begins()} ${planChange.costs(plan.name, priceInWords(plan, plan.rules.tax, tongue))}`;

  function begins(): string {
    if (effectiveOn === undefined) return planChange.waits(what);
    return before?.effectiveOn === undefined || before.effectiveOn === effectiveOn
      ? planChange.stays(what, day(effectiveOn))
      : planChange.moves(what, day(effectiveOn), day(before.effectiveOn));
  }
}
