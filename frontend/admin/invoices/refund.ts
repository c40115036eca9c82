import type { StaffInvoiceView } from '../../../shared/contract/billing-views.ts';
import { outsidePart } from '../../../shared/domain/refund.ts';
import { readAmount } from '../../common/amounts.ts';

/** What giving back an amount of a payment would do (rule C8). Amounts in minor units. */
export interface RefundEffect {
  readonly amount: number;
  /** Of it, what goes back the way it came, by card or at the desk; the rest goes to account credit. */
  readonly outside: number;
  /** What stays with the salon of this payment. */
  readonly keeps: number;
  /** Credits that are taken back; what was used never is. */
  readonly takenBack: StaffInvoiceView['takenBack'];
}

/** The effect of an amount as typed; undefined when it is none, or more than can be given back. */
export function refundEffect(
  typed: string,
  takeBack: boolean,
  {
    refundable,
    takenBack,
    payment,
    refunds,
  }: Pick<StaffInvoiceView, 'refundable' | 'takenBack' | 'payment' | 'refunds'>,
): RefundEffect | undefined {
  const amount = readAmount(typed, refundable.currency)?.amount;
  if (amount === undefined || amount === 0 || amount > refundable.amount) return undefined;
  const paid = payment !== undefined && 'amount' in payment ? payment.amount : 0;
  const left = refunds.reduce((sum, refund) => (refund.state === 'failed' ? sum : sum - outsidePart(refund)), paid);
  const outside = Math.min(amount, Math.max(0, left));
  return { amount, outside, keeps: refundable.amount - amount, takenBack: takeBack ? takenBack : [] };
}
