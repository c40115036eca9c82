import type { InvoiceLine } from './invoice.ts';
import type { Membership } from './membership.ts';
import { type PlanTerms, priceOfPeriod } from './plan.ts';
import { type TaxRule, taxed } from './tax.ts';
import type { Period } from './time.ts';

/** A line of an amount in minor units, with its tax. */
export const lineOf = (subject: InvoiceLine['subject'], amount: number, tax: TaxRule | undefined): InvoiceLine => ({
  subject,
  ...taxed(amount, tax),
  ...(tax === undefined ? {} : { taxRule: tax }),
});

/**
 * What a period of a plan costs: its price (the introductory one in the first periods) and, with the first bill, the
 * enrolment fee. The same lines for the preview, the charge and the invoice.
 */
export function periodLines(
  plan: Pick<PlanTerms, 'name' | 'price' | 'intro' | 'enrolmentFee'>,
  { index, start, end }: Period,
  tax: TaxRule | undefined,
): InvoiceLine[] {
  const price = priceOfPeriod(plan, index);
  const intro = plan.intro !== undefined && index < plan.intro.periods;
  const period = lineOf({ kind: 'period', plan: plan.name, start, end, intro }, price.amount, tax);
  if (index !== 0 || plan.enrolmentFee === undefined) return [period];
  return [period, lineOf({ kind: 'enrolment_fee', plan: plan.name }, plan.enrolmentFee.amount, tax)];
}

/** The bill of a membership's period: what the period costs and, once, what a pause before it did (rule P6). */
export function billLines(
  { pauseFee }: Pick<Membership, 'pauseFee'>,
  plan: Parameters<typeof periodLines>[0],
  period: Period,
  tax: TaxRule | undefined,
): InvoiceLine[] {
  const lines = periodLines(plan, period, tax);
  return pauseFee === undefined ? lines : [...lines, lineOf({ kind: 'pause_fee', plan: plan.name }, pauseFee, tax)];
}

/** Minor units, tax included. */
export const totalOf = (lines: readonly Pick<InvoiceLine, 'gross'>[]): number =>
  lines.reduce((sum, { gross }) => sum + gross, 0);
