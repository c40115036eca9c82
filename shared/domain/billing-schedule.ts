import { type BillingNotice, coming, noticesBefore } from './billing-notice.ts';
import type { Business } from './business.ts';
import { addDays, daysBetween, periodAt, periodContaining, startOfDay } from './calendar.ts';
import type { Card } from './card.ts';
import { type DunningStep, dunningSteps, nextStepAfter, stepAfterDecline, stepInstant } from './dunning.ts';
import type { AttemptTrigger } from './invoice.ts';
import { isFinal } from './lifecycle.ts';
import { firstDayWithout, type Membership, statusOn } from './membership.ts';
import { nextPauseNotice, type PauseNotice } from './pause-notice.ts';
import { scheduleOf } from './pause-schedule.ts';
import type { PlanTerms } from './plan.ts';
import { renewalInstant } from './renewal-window.ts';
import type { Instant, LocalDate, Period } from './time.ts';

/** What deciding about money needs besides the membership: all of it read, nothing looked up. */
export interface BillingTerms {
  readonly plan: PlanTerms;
  /** The version that a pending change names; `plan` unless told. */
  readonly nextPlan?: PlanTerms | undefined;
  readonly business: Pick<Business, 'policies' | 'renewalWindow' | 'timeZone'>;
  readonly card?: Card | undefined;
}

/** The next thing that happens to a membership's money by itself, and when. */
export type BillingAction =
  /** Somebody was charging and did not come back: find out what became of it. */
  | { readonly kind: 'recover'; readonly at: Instant }
  | {
      readonly kind: 'charge';
      readonly at: Instant;
      readonly trigger: Extract<AttemptTrigger['kind'], 'renewal' | 'schedule' | 'technical_retry'>;
      readonly step: DunningStep | undefined;
    }
  /** A dunning step that only tells people. */
  | { readonly kind: 'step'; readonly at: Instant; readonly step: DunningStep }
  /** Nobody paid: the membership has ended, or nobody decided and it ends. What is open is void. */
  | { readonly kind: 'end'; readonly at: Instant }
  /** The day has come for which it was cancelled: that is written down, and its credits are settled (rule K2). */
  | { readonly kind: 'over'; readonly at: Instant }
  /** The books learn that a pause has begun, or that it is over. */
  | { readonly kind: 'pause'; readonly at: Instant }
  | { readonly kind: 'resume'; readonly at: Instant }
  | { readonly kind: 'notice'; readonly at: Instant; readonly notice: BillingNotice | PauseNotice };

/**
 * The period that the next payment opens: the one after the last, or the one that contains today when whole periods
 * were missed, which are neither billed nor granted (rule D5).
 */
export function nextPeriod(membership: Pick<Membership, 'anchor' | 'period' | 'pause'>, today: LocalDate): Period {
  const { anchor, period } = scheduleOf(membership) ?? membership;
  return today < period.end ? periodAt(anchor, period.index + 1) : periodContaining(anchor, today);
}

/**
 * True when the membership goes on after its current period and after its pause, by whatever way it is paid. One whose
 * pause has no end waits until somebody resumes it.
 */
export function goesOn(membership: Membership, today: LocalDate): boolean {
  const status = statusOn(membership, today);
  const schedule = scheduleOf(membership);
  if (schedule === undefined || !(status === 'active' || status === 'scheduled' || status === 'paused')) return false;
  const { period, lastDay } = schedule;
  const { cancelOn } = membership;
  return (cancelOn === undefined || cancelOn > period.end) && (lastDay === undefined || lastDay >= period.end);
}

/**
 * What happens next by itself; undefined when nothing does: paid at the desk, paused, over, or about to end. Everything
 * is placed in the business's own days, so moving to another zone keeps the bill date (rule T6).
 */
export function nextBillingAction(
  membership: Membership,
  terms: BillingTerms,
  today: LocalDate,
): BillingAction | undefined {
  if (membership.charge !== undefined) return { kind: 'recover', at: membership.charge.leaseUntil };
  const over = overAction(membership, terms);
  const money = nextOfMoney(membership, terms, today);
  return earliest([over, ...nextOfPause(membership, terms, today), money]);
}

/** Of what comes at the same instant, what is named first. */
const earliest = (actions: readonly (BillingAction | undefined)[]): BillingAction | undefined =>
  actions.reduce((first, next) => (next !== undefined && (first === undefined || next.at < first.at) ? next : first));

/** During a pause nothing is taken; what was open before is not asked for again, but ends with the membership (P8). */
function nextOfMoney(membership: Membership, terms: BillingTerms, today: LocalDate): BillingAction | undefined {
  const status = statusOn(membership, today);
  if (status === 'incomplete') return undefined;
  if (status === 'paused' && membership.due !== undefined) return endOfDunning(membership, terms);
  if (membership.due !== undefined) {
    const next = nextOfDunning(membership, membership.due, terms, today);
    const end = endOfDunning(membership, terms);
    return end !== undefined && end.at <= next.at ? end : next;
  }
  if (isFinal(status)) return undefined;
  if (membership.payment !== 'card' || !goesOn(membership, today)) return undefined;
  const next = nextOfRenewal(membership, terms, today);
  // What must be announced weeks ahead is, also when the bill comes soon after the pause.
  return status === 'paused' && next.kind === 'charge' ? undefined : next;
}

/** With an open payment, its own end comes that morning and settles the credits as well. */
function overAction({ cancelOn, status, due }: Membership, { business }: BillingTerms): BillingAction | undefined {
  if (cancelOn === undefined || status === 'cancelled' || due !== undefined) return undefined;
  return { kind: 'over', at: startOfDay(cancelOn, business.timeZone) };
}

/** The beginning and the end of a pause for the books, at the first instant of their days, and what is said meanwhile. */
function nextOfPause(membership: Membership, { business }: BillingTerms, today: LocalDate): BillingAction[] {
  const { pause } = membership;
  const { timeZone } = business;
  if (pause === undefined) return [];
  if (!pause.begun) return [{ kind: 'pause', at: startOfDay(pause.from, timeZone) }];
  const isGone = isFinal(statusOn(membership, today));
  const notice = isGone ? undefined : nextPauseNotice(membership, timeZone, today);
  return [
    ...(pause.until === undefined ? [] : [{ kind: 'resume', at: startOfDay(pause.until, timeZone) } as const]),
    ...(notice === undefined ? [] : [{ kind: 'notice', at: notice.at, notice } as const]),
  ];
}

/** What is still open when a membership ends is not collected any more (rule 2, goals I5). */
function endOfDunning(membership: Membership, { business }: BillingTerms): BillingAction | undefined {
  const day = firstDayWithout(membership);
  if (day === undefined) return undefined;
  return { kind: 'end', at: renewalInstant(day, membership.membershipId, business.renewalWindow, business.timeZone) };
}

function nextOfDunning(
  { membershipId }: Membership,
  { since, step: done, declineClass, technical }: NonNullable<Membership['due']>,
  { business }: BillingTerms,
  today: LocalDate,
): BillingAction {
  const { policies, renewalWindow, timeZone } = business;
  const steps = dunningSteps(policies);
  // After an outage only the latest of the steps that went by is taken: no two tries and no two messages at once.
  const overdue = steps.findLast(({ day }) => day > done && day <= daysBetween(since, today));
  const next = overdue ?? nextStepAfter(steps, done);
  if (technical?.retryAt !== undefined) {
    // It is the try of the day whose own one failed, if that was one.
    return { kind: 'charge', at: technical.retryAt, trigger: 'technical_retry', step: overdue };
  }
  if (next === undefined) {
    const last = addDays(since, policies.cancelAfterDays);
    return { kind: 'end', at: renewalInstant(last, membershipId, renewalWindow, timeZone) };
  }
  const at = stepInstant(since, next, membershipId, renewalWindow, timeZone);
  const step = stepAfterDecline(next, declineClass);
  return step.charge ? { kind: 'charge', at, trigger: 'schedule', step } : { kind: 'step', at, step };
}

function nextOfRenewal(
  membership: Membership,
  { plan, nextPlan = plan, business, card }: BillingTerms,
  today: LocalDate,
): BillingAction {
  const { policies, renewalWindow, timeZone } = business;
  const scheduled = { ...membership, ...scheduleOf(membership) };
  const { start } = nextPeriod(membership, today);
  const billDate = start < scheduled.period.end ? scheduled.period.end : start;
  const renewal: BillingAction = {
    kind: 'charge',
    at: renewalInstant(billDate, membership.membershipId, renewalWindow, timeZone),
    trigger: 'renewal',
    step: dunningSteps(policies)[0],
  };
  const sent = membership.noticesSent ?? [];
  const notice = coming(noticesBefore(scheduled, { plan, nextPlan }, card, timeZone), sent, today, timeZone);
  return notice !== undefined && notice.at < renewal.at ? { kind: 'notice', at: notice.at, notice } : renewal;
}
