import type { Invoice, Refund } from './invoice.ts';
import type { RefundAsk } from './refund.ts';
import { refuseUnless } from './refusal.ts';

/** Where money goes that the card did not take: to the card once more, or to account credit. */
export type AgainTo = 'card' | 'account_credit';

/** True of a refund that was refused and for which nothing was done since. */
export const isUnsettled = ({ refunds }: Pick<Invoice, 'refunds'>, { n, state }: Refund): boolean =>
  state === 'failed' && !refunds.some(({ again }) => again === n);

/**
 * The same money again, after the card refused it: the credits that went with it are gone already and go only once.
 * Refuses `refund_not_refused` for one that was not, or that somebody has seen to since.
 */
export function refundAgain(invoice: Invoice, n: number, to: AgainTo, by: { by: string; askId: string }): RefundAsk {
  const refused = invoice.refunds.find((refund) => refund.n === n);
  refuseUnless(refused !== undefined && isUnsettled(invoice, refused), 'refund_not_refused');
  const { amount, reason, takesBack = false, tookBack } = refused;
  return {
    ...by,
    amount,
    reason,
    again: n,
    takesBack: takesBack && tookBack === undefined,
    ...(tookBack === undefined ? {} : { tookBack }),
    toAccountCredit: to === 'account_credit',
  };
}
