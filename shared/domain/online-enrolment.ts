import type { Business } from './business.ts';
import { addDays, billDate, periodAt } from './calendar.ts';
import { hashOf } from './credit-chain.ts';
import type { InvoiceLine } from './invoice.ts';
import { periodLines, totalOf } from './period-invoice.ts';
import type { PlanVersion } from './plan.ts';
import type { TaxRule } from './tax.ts';
import { lastBillDate } from './term-payments.ts';
import type { LocalDate } from './time.ts';

/** What joining a plan on a day costs, now and next: the numbers that are shown are the numbers that are charged. */
export interface EnrolmentOffer {
  /** Empty during a trial. */
  readonly lines: readonly InvoiceLine[];
  /** Minor units, tax included. */
  readonly dueNow: number;
  /** The first bill after that; absent when the plan ends before it. */
  readonly nextBill: { readonly on: LocalDate; readonly amount: number } | undefined;
  /** The day of a fixed term’s last bill. */
  readonly lastBill: LocalDate | undefined;
}

export function enrolmentOffer(plan: PlanVersion, today: LocalDate, tax: TaxRule | undefined): EnrolmentOffer {
  const anchor = { date: addDays(today, plan.trialDays ?? 0), interval: plan.interval };
  const isTrial = plan.trialDays !== undefined;
  const lines = isTrial ? [] : periodLines(plan, periodAt(anchor, 0), tax);
  const next = periodAt(anchor, isTrial ? 0 : 1);
  const ends = plan.renewal.kind === 'fixed_term' && next.index >= plan.renewal.periods;
  const nextBill = ends ? undefined : { on: next.start, amount: totalOf(periodLines(plan, next, tax)) };
  const { renewal } = plan;
  const lastDay = renewal.kind === 'fixed_term' ? addDays(billDate(anchor, renewal.periods), -1) : undefined;
  const lastBill = lastBillDate({ anchor, period: periodAt(anchor, 0), lastDay });
  return { lines, dueNow: totalOf(lines), nextBill, lastBill };
}

/** Names exactly what somebody agreed to: the plan's version, the rules that the business had then, amounts and days. */
export function termsVersionOf(
  plan: PlanVersion,
  { policies, pauses, features, tax }: Pick<Business, 'policies' | 'pauses' | 'features' | 'tax'>,
  { dueNow, nextBill }: EnrolmentOffer,
): string {
  return `${plan.planId}.${plan.version}.${hashOf({ plan, policies, pauses, features, tax, dueNow, nextBill }).slice(0, 16)}`;
}
