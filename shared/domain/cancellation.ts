import { addDays } from './calendar.ts';
import type { CancelReason } from './cancel-reason.ts';
import { statusAfter } from './lifecycle.ts';
import { type Membership, statusOn } from './membership.ts';
import { withoutComingPause, withPutOffPause } from './pause.ts';
import { scheduleOf } from './pause-schedule.ts';
import type { PlanTerms } from './plan.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/**
 * When a membership is to end (rule K1): after what is paid and agreed, at once, or after a day that staff choose. Days
 * are said as the last one with it, inclusive.
 */
export type CancelAsk =
  | { readonly when: 'period_end' | 'now' }
  | { readonly when: 'on_date'; readonly lastDay: LocalDate };

/** How far ahead an end can be set. */
export const latestEndDays = 365;

/**
 * Cancels a membership: now, after what is paid and what was agreed to at least, or after a chosen day (rules K1, K8).
 * While a payment is open nothing is paid any more, so it ends now, and the open invoice is void (rule D7). What the plan
 * says about the credits is written down with it: later versions change nothing of what the member was told. A pause that
 * was to come is put off until the cancellation is taken back.
 * Refusals: `cannot_be_cancelled`, `payment_in_progress`, `cancel_date_out_of_range` (details: `earliest`, `latest`).
 */
export function cancel(
  membership: Membership,
  ask: CancelAsk,
  today: LocalDate,
  { creditsAfterCancel }: Pick<PlanTerms, 'creditsAfterCancel'>,
): Membership {
  const running = statusOn(membership, today);
  // Nothing is refused for its dates that the state refuses anyway.
  statusAfter(running, 'cancel_later');
  refuseUnless(membership.cancelOn === undefined, 'cannot_be_cancelled');
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  const planned = endingPause(membership, ask.when === 'now' || membership.due !== undefined, today);
  const { due, ...rest } = planned;
  const end = firstDayAfter(planned, ask, today);
  const isNow = due !== undefined || end <= today;
  const after = statusAfter(running, isNow ? 'cancel_now' : 'cancel_later');
  const putOff = planned.pause === undefined && !isNow ? membership.pause : undefined;
  return {
    ...rest,
    ...(putOff === undefined ? {} : { putOffPause: putOff }),
    ...(after === 'cancelled' ? { status: after, endedAtOnce: true as const } : {}),
    cancelOn: after === 'cancelled' ? today : end,
    endedBecause: 'requested',
    ...(creditsAfterCancel === undefined ? {} : { creditsAfterCancel }),
  };
}

function firstDayAfter(membership: Membership, ask: CancelAsk, today: LocalDate): LocalDate {
  switch (ask.when) {
    case 'now':
      return today;
    case 'period_end':
      return lastPaidEnd(membership);
    case 'on_date': {
      const farthest = addDays(today, latestEndDays);
      const { lastDay: endOfTerm = farthest } = membership;
      const latest = endOfTerm < farthest ? endOfTerm : farthest;
      const isInRange = ask.lastDay >= today && ask.lastDay <= latest;
      refuseUnless(isInRange, 'cancel_date_out_of_range', { earliest: today, latest });
      return addDays(ask.lastDay, 1);
    }
    default:
      return ask satisfies never;
  }
}

type Ending = Pick<Membership, 'anchor' | 'period' | 'lastDay' | 'committedUntil' | 'pause'>;

/** The first day without the membership when it is cancelled at the end of what is paid and agreed. */
export function lastPaidEnd(membership: Ending): LocalDate {
  const { period, committedUntil } = scheduleOf(membership) ?? membership;
  const agreed = committedUntil === undefined ? period.end : addDays(committedUntil, 1);
  return agreed > period.end ? agreed : period.end;
}

/** True from the day on which a cancelled membership ends, until that is written down and its credits are settled. */
export const isEndDue = ({ cancelOn, status }: Pick<Membership, 'cancelOn' | 'status'>, today: LocalDate): boolean =>
  cancelOn !== undefined && cancelOn <= today && status !== 'cancelled';

/**
 * What a cancellation leaves of a pause: one to come does not take place, one without an end is over, so that what is paid can be
 * used; one with an end goes on to it unless the membership ends now.
 */
function endingPause(membership: Membership, endsNow: boolean, today: LocalDate): Membership {
  const planned = withoutComingPause(membership, today);
  const { pause } = planned;
  if (pause === undefined || (pause.until !== undefined && (!endsNow || pause.until <= today))) return planned;
  return { ...planned, pause: { ...pause, until: today } };
}

/**
 * Takes a cancellation back while the membership still runs (rule K3). The pause that it has put off takes place after
 * all, unless its first day has gone by or something is open. Refuses `cannot_be_cancelled`.
 */
export function undoCancellation(membership: Membership, today: LocalDate): Membership {
  const { cancelOn, endedBecause: _, creditsAfterCancel: __, cancelReason: ___, putOffPause, ...rest } = membership;
  statusAfter(statusOn(membership, today), 'undo_cancellation');
  refuseUnless(cancelOn !== undefined, 'cannot_be_cancelled');
  return putOffPause === undefined ? rest : withPutOffPause(rest, putOffPause, today);
}

/**
 * Writes down why, after the decision (rule K4); said again, the last word counts. Refuses `not_cancelled` when nobody
 * cancelled it, or when it was ended for the money.
 */
export function giveReason(membership: Membership, reason: CancelReason): Membership {
  refuseUnless(membership.endedBecause === 'requested', 'not_cancelled');
  return { ...membership, cancelReason: reason };
}
