import type { Cancelled } from './ending-credits.ts';
import type { Membership } from './membership.ts';
import { asBilledNext } from './pause.ts';
import { billLines, totalOf } from './period-invoice.ts';
import type { PlanVersion } from './plan.ts';
import { atNextBill } from './plan-change-effect.ts';
import type { TaxRule } from './tax.ts';
import type { LocalDate } from './time.ts';

/** What the bills of a membership are made from. */
interface Billed {
  readonly plan: PlanVersion;
  readonly nextPlan: PlanVersion;
  readonly tax: TaxRule | undefined;
}

/**
 * Every bill that is still to come before a cancelled membership ends, on the day and by the amount (minor units, tax
 * included) that it will have, with what a pause and a change of plan do to it. Only while something was agreed at least,
 * or up to a later day.
 */
export function billsBeforeEnd(
  after: Cancelled,
  { plan, nextPlan, tax }: Billed,
  today: LocalDate,
): { readonly on: LocalDate; readonly amount: number }[] {
  const bills: { on: LocalDate; amount: number }[] = [];
  let membership: Membership = asBilledNext(after);
  let version = plan;
  const { lastDay = after.cancelOn } = membership;
  for (;;) {
    const bill = atNextBill({ membership, plan: version, nextPlan }, today);
    const on = bill.period.start;
    if (on >= after.cancelOn || on > lastDay) return bills;
    // What a pause cost stands on the first of them only.
    const lines = billLines(bills.length === 0 ? bill.membership : {}, bill.plan, bill.period, tax);
    bills.push({ on, amount: totalOf(lines) });
    membership = { ...bill.membership, period: bill.period };
    version = bill.plan;
  }
}
