import * as z from 'zod/mini';
import { addDays, localDateOf } from './calendar.ts';
import { type Card, isExpiredOn } from './card.ts';
import type { Membership } from './membership.ts';
import { type PlanTerms, priceOfPeriod } from './plan.ts';
import { messagesFromHour } from './quiet-hours.ts';
import type { Instant, Interval, LocalDate } from './time.ts';
import { instantOf } from './wall-time.ts';

export type NoticeKind = 'renewal' | 'card_expiring';

/** Something to tell a member before a bill. `id` names it together with the bill, so that it goes out once. */
export interface BillingNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Instant;
  readonly billDate: LocalDate;
}

/** Days before a bill. No single day lies inside every rule of the card schemes and laws, so there are two (rule M7). */
const renewalDays = [20, 5] as const;
/** Days before a bill that an expiring card would spoil (rule D2). */
const cardDays = [30, 7] as const;

const months: Readonly<Record<Interval['unit'], number>> = { week: 12 / 52, month: 1, year: 12 };
const isLong = ({ unit, count }: Interval): boolean => months[unit] * count >= 6;

/** Bills that people would be surprised by: of a long period, the first after a trial, the first at another price. */
export const NoteworthyBill = z.enum(['long_period', 'after_trial', 'other_price']);
export type NoteworthyBill = z.infer<typeof NoteworthyBill>;

type Terms = Pick<PlanTerms, 'interval' | 'trialDays' | 'price' | 'intro' | 'renewal'>;

/** Why the bill of a period is announced; undefined for those that come as everybody expects. */
function noteworthy(index: number, plan: Terms): NoteworthyBill | undefined {
  if (isLong(plan.interval)) return 'long_period';
  if (index === 0) return plan.trialDays === undefined ? undefined : 'after_trial';
  return priceOfPeriod(plan, index).amount === priceOfPeriod(plan, index - 1).amount ? undefined : 'other_price';
}

/**
 * Which bills of a plan are announced by mail, and how many days before, most first. After a trial only on days that it
 * has: nothing is announced to people who have just joined.
 */
export function announcedBills(plan: Terms): { readonly bill: NoteworthyBill; readonly days: number[] }[] {
  const { intro, renewal } = plan;
  const changes = intro !== undefined && (renewal.kind === 'until_cancelled' || intro.periods < renewal.periods);
  const indexes = [0, ...(changes ? [intro.periods] : [])];
  return [...new Set(indexes.map((index) => noteworthy(index, plan)))].flatMap((bill) => {
    if (bill === undefined) return [];
    const days = renewalDays.filter((day) => bill !== 'after_trial' || day < (plan.trialDays ?? 0));
    return days.length === 0 ? [] : [{ bill, days }];
  });
}

/** The version that a membership is on, and the one that a pending change names. */
interface Plans {
  readonly plan: PlanTerms;
  readonly nextPlan: PlanTerms;
}

/** Whether the coming bill is announced: by its plan, or because a change makes it another one than the last. */
function isNoteworthy({ period, pendingChange }: Membership, { plan, nextPlan }: Plans): boolean {
  const index = period.index + 1;
  const isOfNext = pendingChange !== undefined && pendingChange.effectiveOn <= period.end;
  if (!isOfNext || index === 0) return noteworthy(index, plan) !== undefined;
  return isLong(nextPlan.interval) || priceOfPeriod(nextPlan, index).amount !== priceOfPeriod(plan, index - 1).amount;
}

/**
 * The notices before the coming bill, earliest first; none for a day on which the membership did not exist yet, and none
 * of a change before it was decided: the member was told of that then.
 */
export function noticesBefore(
  membership: Membership,
  plans: Plans,
  card: Card | undefined,
  timeZone: string,
): BillingNotice[] {
  const { period, enrolledAt, pendingChange } = membership;
  const billDate = period.end;
  const notice = (kind: NoticeKind, days: number): BillingNotice => ({
    id: `${kind}-${days}.${period.index + 1}`,
    kind,
    at: instantOf(addDays(billDate, -days), messagesFromHour * 60, timeZone),
    billDate,
  });
  const isAfter =
    (instant: Instant) =>
    ({ at }: BillingNotice): boolean =>
      localDateOf(at, timeZone) > localDateOf(instant, timeZone);
  const renewal = isNoteworthy(membership, plans) ? renewalDays.map((days) => notice('renewal', days)) : [];
  return [
    ...renewal.filter(isAfter(pendingChange?.decidedAt ?? enrolledAt)),
    ...(card !== undefined && isExpiredOn(card, billDate) ? cardDays.map((days) => notice('card_expiring', days)) : []),
  ]
    .filter(isAfter(enrolledAt))
    .sort((a, b) => a.at - b.at);
}

/**
 * The next notice that has not gone out. Of those of one kind whose days went by only the latest is given: a bill that
 * was moved, or a job that was late, makes nobody get two at once.
 */
export const coming = (
  notices: readonly BillingNotice[],
  sent: readonly string[],
  today: LocalDate,
  timeZone: string,
): BillingNotice | undefined =>
  notices.find(
    ({ id, kind, at }) =>
      !sent.includes(id) &&
      !notices.some((later) => later.kind === kind && later.at > at && localDateOf(later.at, timeZone) <= today),
  );
