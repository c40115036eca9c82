import { addDays, daysBetween } from './calendar.ts';
import { statusAfter } from './lifecycle.ts';
import { firstDayWithout, type Membership, statusOn } from './membership.ts';
import { feeOf, scheduleOf } from './pause-schedule.ts';
import type { PastPause, Pause, PausePolicies } from './pause-terms.ts';
import type { PlanTerms } from './plan.ts';
import { Refusal, refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** What somebody asks for. `lastDay` is the last day of the pause, inclusive; without it the pause has no end. */
export interface PauseRequest extends Pick<Pause, 'from' | 'dates' | 'benefits' | 'by'> {
  readonly lastDay?: LocalDate | undefined;
  readonly reason?: string | undefined;
  /** Somebody who may has allowed it to be longer, shorter or more often than the business says. */
  readonly beyondLimits: boolean;
}

/** Everything that deciding about a pause reads. */
export interface PauseContext {
  readonly policies: PausePolicies;
  readonly plan: Pick<PlanTerms, 'pausesExtendCommitment'>;
  readonly today: LocalDate;
  readonly at: number;
}

export type PauseStart = 'now' | 'period_end';

/** The first day of a pause that begins at once, or with the next bill (rule P4). */
export const firstPausedDay = ({ period }: Pick<Membership, 'period'>, start: PauseStart, today: LocalDate) =>
  start === 'now' ? today : period.end;

/**
 * Agrees on a pause (rules P1–P6). Refusals: `payment_in_progress`, `pause_not_yet`, `pause_payment_open`,
 * `already_paused`, `pause_cancel_pending`, `pause_last_period`, `pause_too_short` (details: `days`), `pause_too_long`
 * (`days`), `pause_too_often` (`times`), `membership_not_running`, `try_again_later` in the minutes after a pause.
 */
export function agreeOnPause(membership: Membership, request: PauseRequest, context: PauseContext): Membership {
  const { policies, plan, today, at } = context;
  const { from, lastDay, dates, benefits, by, beyondLimits, reason } = request;
  mayPause(membership, by, today);
  const until = lastDay === undefined ? undefined : addDays(lastDay, 1);
  refuseUnless(until === undefined || until > from, 'pause_too_short', { days: 1 });
  if (by !== 'closure' && !beyondLimits) {
    refuseUnless(until === undefined || daysBetween(from, until) >= policies.minDays, 'pause_too_short', {
      days: policies.minDays,
    });
    refuseUnless(countedBefore(membership, from) < policies.perYear, 'pause_too_often', { times: policies.perYear });
  }
  notTooLong(from, until, request, policies);
  const pause: Pause = {
    from,
    ...(until === undefined ? {} : { until }),
    dates,
    benefits,
    by,
    ...(plan.pausesExtendCommitment && by !== 'closure' ? { extendsCommitment: true } : {}),
    ...(policies.fee === undefined || by === 'closure' ? {} : { fee: policies.fee }),
    ...(reason === undefined ? {} : { reason }),
    agreedAt: at,
  };
  return announcedAnew(membership, { ...membership, pause });
}

/** What no one may overrule: whoever owes, is about to leave or has not begun does not pause (rule P5). */
function mayPause(membership: Membership, by: Pause['by'], today: LocalDate): void {
  const { charge, due, pause, period, cancelOn, payment } = membership;
  refuseUnless(!isPauseOver(membership, today), 'try_again_later');
  refuseUnless(charge === undefined, 'payment_in_progress');
  refuseUnless(due === undefined, 'pause_payment_open');
  statusAfter(statusOn(membership, today), 'pause');
  refuseUnless(pause === undefined, 'already_paused');
  refuseUnless(period.index >= 0, 'pause_not_yet');
  // On the bill date the card is about to be asked; a bill that is paid at the desk is waited for.
  refuseUnless(period.end > today, payment === 'card' ? 'payment_in_progress' : 'pause_payment_open');
  refuseUnless(cancelOn === undefined, 'pause_cancel_pending');
  const end = firstDayWithout(membership);
  refuseUnless(by === 'closure' || end === undefined || end > period.end, 'pause_last_period');
}

/** Only staff leave the end open, and only somebody who may goes beyond the longest (rule P5). */
function notTooLong(
  from: LocalDate,
  until: LocalDate | undefined,
  { by, beyondLimits }: Pick<PauseRequest, 'by' | 'beyondLimits'>,
  { maxDays }: PausePolicies,
): void {
  const isShortEnough = until === undefined ? by === 'staff' : daysBetween(from, until) <= maxDays;
  refuseUnless(by === 'closure' || beyondLimits || isShortEnough, 'pause_too_long', { days: maxDays });
}

/** Pauses that began within the twelve months before a day; closures are nobody's wish. */
export const countedBefore = ({ pauses = [] }: Pick<Membership, 'pauses'>, day: LocalDate): number =>
  pauses.filter(({ from, by }) => by !== 'closure' && daysBetween(from, day) < 365).length;

/** What a pause becomes: another last day, none, or over today. */
export type PauseChange =
  | {
      readonly kind: 'last_day';
      readonly lastDay: LocalDate | undefined;
      readonly beyondLimits: boolean;
      /** Takes the place of the one that was given before. */
      readonly reason?: string | undefined;
    }
  | { readonly kind: 'resume' };

/**
 * Gives a pause another end, or ends it today, so that today is a day with the membership again; one that has not begun
 * is taken back by that (rule P7). Refusals: `not_paused`, `payment_in_progress`, `pause_cancel_pending`,
 * `pause_of_closure` for members, who cannot come while nobody is there,
 * `pause_too_short`, `pause_too_long`.
 */
export function changePause(
  membership: Membership,
  change: PauseChange,
  by: Pause['by'],
  { policies, today, at }: Pick<PauseContext, 'policies' | 'today' | 'at'>,
): Membership {
  const { pause } = membership;
  refuseUnless(pause !== undefined && (pause.until === undefined || pause.until > today), 'not_paused');
  const status = statusOn(membership, today);
  statusAfter(status, status === 'active' ? 'pause' : 'change_pause');
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  refuseUnless(by !== 'member' || pause.by !== 'closure', 'pause_of_closure');
  if (change.kind === 'resume') {
    return announcedAnew(membership, endOn(membership, pause.from > today ? pause.from : today));
  }
  refuseUnless(membership.cancelOn === undefined, 'pause_cancel_pending');
  const { until: _, ...rest } = pause;
  const until = change.lastDay === undefined ? undefined : addDays(change.lastDay, 1);
  refuseUnless(until === undefined || (until > pause.from && until > today), 'pause_too_short', { days: 1 });
  notTooLong(pause.from, until, { by, beyondLimits: change.beyondLimits }, policies);
  const { reason = pause.reason } = change;
  const changed: Pause = {
    ...rest,
    agreedAt: at,
    ...(until === undefined ? {} : { until }),
    ...(reason === undefined ? {} : { reason }),
  };
  return announcedAnew(membership, { ...membership, pause: changed });
}

/** What was announced of a bill on another day is said again for the new one (rule M7). */
function announcedAnew(before: Membership, after: Membership): Membership {
  if (scheduleOf(before)?.period.end === scheduleOf(after)?.period.end) return after;
  const { noticesSent: _, ...rest } = after;
  return rest;
}

/** The membership whose pause ends with the day before `until`. A cancellation that follows it moves with it. */
function endOn(membership: Membership, until: LocalDate): Membership {
  const { pause, cancelOn } = membership;
  if (pause === undefined) return membership;
  const after: Membership = { ...membership, pause: { ...pause, until } };
  const before = scheduleOf(membership)?.period.end;
  const now = scheduleOf(after)?.period.end;
  return cancelOn !== undefined && cancelOn === before && now !== undefined ? { ...after, cancelOn: now } : after;
}

/** True once the pause is over, whether or not the books know. */
export const isPauseOver = ({ pause }: Pick<Membership, 'pause'>, today: LocalDate): boolean =>
  pause?.until !== undefined && pause.until <= today;

/** How many past pauses a membership remembers: more than limits ever count. */
const rememberedPauses = 24;

/**
 * The membership after its pause: the dates that it moved are its own now, and what it costs stands on the next bill.
 * What was open before it is as old as it was then. As it was when the pause never began.
 */
export function afterPause(membership: Membership): Membership {
  const { pause, pauses = [], pauseFee = 0, due, status, ...rest } = membership;
  const schedule = scheduleOf(membership);
  if (pause?.until === undefined || schedule === undefined) return membership;
  const { from, until, by, reason } = pause;
  const running = status === 'paused' ? statusAfter(status, 'pause_ends') : status;
  const kept = { ...(pauses.length === 0 ? {} : { pauses }), ...(pauseFee === 0 ? {} : { pauseFee }) };
  if (until <= from) return { ...rest, status: running, ...(due === undefined ? {} : { due }), ...kept };
  const fee = pauseFee + feeOf(membership, { ...pause, until });
  const skipped = schedule.period.index - rest.period.index;
  const past: PastPause = {
    from,
    until,
    by,
    ...(reason === undefined ? {} : { reason }),
    ...(skipped === 0 ? {} : { skipped }),
  };
  return {
    ...rest,
    ...schedule,
    status: running,
    ...(due === undefined ? {} : { due: { ...due, since: addDays(due.since, daysBetween(from, until)) } }),
    pauses: [...pauses, past].slice(-rememberedPauses),
    ...(fee === 0 ? {} : { pauseFee: fee }),
  };
}

/** A membership that has ended, and the fee of its pause in minor units, for which no bill will come. */
export interface WithoutFee<Ended extends Membership> {
  readonly membership: Ended;
  readonly letGo: number;
}

/** Nothing is charged after the end, so the fee of a pause that no bill came for is let go of (rules P6, K7). */
export function letFeeGo<Ended extends Membership>(ended: Ended): WithoutFee<Ended> {
  const { pause, pauseFee = 0, cancelOn } = ended;
  const until = cancelOn !== undefined && (pause?.until ?? cancelOn) >= cancelOn ? cancelOn : pause?.until;
  const ofPause = pause === undefined || until === undefined ? 0 : feeOf(ended, { ...pause, until });
  const letGo = pauseFee + ofPause;
  if (letGo === 0) return { membership: ended, letGo };
  const { pauseFee: _, ...rest } = ended;
  const { fee: __, ...free } = pause ?? {};
  return { membership: (pause === undefined ? rest : { ...rest, pause: free }) as Ended, letGo };
}

/** The membership as the next bill will find it: after its pause, unless that bill comes before it. */
export const asBilledNext = (membership: Membership): Membership =>
  membership.pause !== undefined && membership.period.end >= membership.pause.from
    ? afterPause(membership)
    : membership;

/**
 * The membership with a pause that was put off, when it can still take place as it was agreed: its first day has not gone
 * by and nothing forbids pausing today. Limits held when it was agreed on, and nothing counts towards them meanwhile.
 */
export function withPutOffPause(membership: Membership, pause: Pause, today: LocalDate): Membership {
  const isPossible = pause.from >= today && isAllowed(() => mayPause(membership, pause.by, today));
  return isPossible ? announcedAnew(membership, { ...membership, pause }) : membership;
}

function isAllowed(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The membership without a pause that is still to come: whoever did not pay does not pause (rule P5). */
export function withoutComingPause(membership: Membership, today: LocalDate): Membership {
  const { pause, ...rest } = membership;
  return pause === undefined || pause.begun || pause.from <= today ? membership : announcedAnew(membership, rest);
}
