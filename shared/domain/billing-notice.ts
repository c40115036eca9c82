import { addDays, localDateOf } from './calendar.ts';
import { type Card, isExpiredOn } from './card.ts';
import type { Membership } from './membership.ts';
import { type PlanTerms, priceOfPeriod } from './plan.ts';
import { messagesFromHour } from './quiet-hours.ts';
import type { Instant, Interval, LocalDate } from './time.ts';
import { instantOf } from './wall-time.ts';

export const noticeKinds = ['renewal', 'card_expiring'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

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

/** True when the bill is one that people are surprised by: a long period, the first after a trial, another price. */
function isNoteworthy({ period }: Membership, plan: PlanTerms): boolean {
  const next = period.index + 1;
  if (isLong(plan.interval) || (next === 0 && plan.trialDays !== undefined)) return true;
  return next > 0 && priceOfPeriod(plan, next).amount !== priceOfPeriod(plan, next - 1).amount;
}

/** The notices before the coming bill, earliest first; none for a day on which the membership did not exist yet. */
export function noticesBefore(
  membership: Membership,
  plan: PlanTerms,
  card: Card | undefined,
  timeZone: string,
): BillingNotice[] {
  const { period, enrolledAt } = membership;
  const billDate = period.end;
  const notice = (kind: NoticeKind, days: number): BillingNotice => ({
    id: `${kind}-${days}.${period.index + 1}`,
    kind,
    at: instantOf(addDays(billDate, -days), messagesFromHour * 60, timeZone),
    billDate,
  });
  const since = localDateOf(enrolledAt, timeZone);
  return [
    ...(isNoteworthy(membership, plan) ? renewalDays.map((days) => notice('renewal', days)) : []),
    ...(card !== undefined && isExpiredOn(card, billDate) ? cardDays.map((days) => notice('card_expiring', days)) : []),
  ]
    .filter(({ at }) => localDateOf(at, timeZone) > since)
    .sort((a, b) => a.at - b.at);
}

/** The next notice that has not gone out. */
export const coming = (notices: readonly BillingNotice[], sent: readonly string[]): BillingNotice | undefined =>
  notices.find(({ id }) => !sent.includes(id));
