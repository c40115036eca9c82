import type { Policies } from '../../../shared/domain/business.ts';
import { addDays, periodAt } from '../../../shared/domain/calendar.ts';
import { type Bucket, emptyAccount } from '../../../shared/domain/credit-account.ts';
import { grantPeriod } from '../../../shared/domain/credit-period.ts';
import { awaitingFirstCharge } from '../../../shared/domain/first-payment.ts';
import type { InvoiceLine } from '../../../shared/domain/invoice.ts';
import {
  earliestStartDays,
  enrol,
  isWaiting,
  latestStartDays,
  type Membership,
  type PaymentMode,
} from '../../../shared/domain/membership.ts';
import { lineOf, periodLines, totalOf } from '../../../shared/domain/period-invoice.ts';
import { type Benefit, isCounted, type PlanVersion } from '../../../shared/domain/plan.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { lastDayOf } from '../../../shared/domain/rollover.ts';
import { type Standing, standingOf } from '../../../shared/domain/standing.ts';
import type { TaxRule } from '../../../shared/domain/tax.ts';
import type { LocalDate } from '../../../shared/domain/time.ts';
import type { FirstWay } from './FirstPayment.tsx';

/** What enrolling is previewed with. */
export interface EnrolmentChoice {
  readonly plan: PlanVersion;
  readonly startsOn: LocalDate;
  readonly payment: PaymentMode;
  /** How the first period is paid when it begins today; absent while nobody has said. */
  readonly firstBy: FirstWay | undefined;
  readonly tax: TaxRule | undefined;
}

/** The first bill that follows from enrolling. Amounts in minor units, tax included in `total`. */
export interface FirstBill {
  /** True when it is to be paid with the enrolment itself. */
  readonly now: boolean;
  readonly on: LocalDate;
  readonly lines: readonly InvoiceLine[];
  readonly total: number;
  readonly tax: number;
}

export interface EnrolmentPreview {
  readonly standing: Standing;
  /** Benefits that are given as credits of the opened period. */
  readonly credits: readonly Benefit[];
  /** The last day of what ends with the opened period; absent while they come with the first payment only. */
  readonly useBy: LocalDate | undefined;
  /** What is given now, in parts where some of it may be kept for longer. */
  readonly given: readonly Pick<Bucket, 'kind' | 'available' | 'serviceIds' | 'expiresOn'>[];
  /** Absent for a term that ends before another bill. */
  readonly bill: FirstBill | undefined;
  /** What later periods cost, tax included, in minor units. */
  readonly later: number;
  /** The last free day. */
  readonly freeUntil: LocalDate | undefined;
  readonly committedUntil: LocalDate | undefined;
}

/** The days a membership may start on. */
export const startRange = (today: LocalDate) => ({
  earliest: addDays(today, -earliestStartDays),
  latest: addDays(today, latestStartDays),
});

/**
 * What enrolling would do, by the rule that does it: the decision, not committed. Undefined where it would be refused
 * for the start date or the plan; whether the client has this plan already is for the caller to know.
 */
export function previewEnrolment(
  { plan, startsOn, payment, firstBy, tax }: EnrolmentChoice,
  today: LocalDate,
  policies: Policies,
): EnrolmentPreview | undefined {
  try {
    const enrolled = enrol({
      membershipId: 'preview',
      memberId: 'preview',
      plan,
      startsOn,
      today,
      at: 0,
      existing: [],
      payment,
    });
    const membership = firstBy === 'card' ? awaitingFirstCharge(enrolled, today) : enrolled;
    const isTrial = plan.trialDays !== undefined && enrolled.period.index < 0;
    const occasion = { actor: { kind: 'operator' }, causeId: 'preview', today, at: 0 } as const;
    return {
      standing: standingOf(membership, today, policies),
      credits: plan.benefits.filter(isCounted),
      useBy: isWaiting(membership) ? undefined : lastDayOf(membership.period),
      given: isWaiting(membership)
        ? []
        : grantPeriod(emptyAccount('preview'), membership, plan, occasion).account.buckets,
      bill: firstBill(enrolled, plan, startsOn, today, tax),
      later: lineOf({ kind: 'item', text: plan.name }, plan.price.amount, tax).gross,
      freeUntil: isTrial ? addDays(membership.anchor.date, -1) : undefined,
      committedUntil: membership.committedUntil,
    };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The period that is billed next: the first one with its fee, or the next of a membership that is brought over. */
function firstBill(
  { anchor, period, lastDay }: Membership,
  plan: PlanVersion,
  startsOn: LocalDate,
  today: LocalDate,
  tax: TaxRule | undefined,
): FirstBill | undefined {
  const broughtOver = period.index >= 0 && startsOn < today;
  const billed = broughtOver ? periodAt(anchor, period.index + 1) : periodAt(anchor, 0);
  if (lastDay !== undefined && billed.start > lastDay) return undefined;
  const lines = periodLines(plan, billed, tax);
  return {
    now: billed.start === today && startsOn === today,
    on: billed.start,
    lines,
    total: totalOf(lines),
    tax: lines.reduce((sum, line) => sum + line.tax, 0),
  };
}
