import type Stripe from 'stripe';
import { replace } from './books.ts';
import { newRefund } from './objects/refund.ts';
import { invalid } from './refusal.ts';
import { emit, secondsNow, type Work } from './work.ts';

/**
 * Gives back `amount` of a charge, or all that is left of it.
 * @throws {StripeRefusal} 400 `charge_already_refunded`, `charge_disputed`, or an amount that is more than what is left.
 */
export function refund(
  work: Work,
  charge: Stripe.Charge,
  asked: {
    readonly amount?: number | undefined;
    readonly reason?: Stripe.Refund.Reason | undefined;
    readonly metadata?: Stripe.Metadata;
  },
): Stripe.Refund {
  const left = charge.amount_captured - charge.amount_refunded;
  const { amount = left, reason = null, metadata = {} } = asked;
  if (charge.status !== 'succeeded') throw invalid(`Charge ${charge.id} was not paid and cannot be refunded.`);
  if (charge.refunded) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (chargedBack(work, charge))
    throw invalid(`Charge ${charge.id} has been charged back.`, { code: 'charge_disputed' });
  if (amount < 1) throw invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than the unrefunded amount on the charge (${left})`, {
      param: 'amount',
    });
  }
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  const made = replace(work.books.refunds, newRefund(charge, secondsNow(work.world), { amount, reason, metadata }));
  const amount_refunded = charge.amount_refunded + amount;
  const next = replace(work.books.charges, charge, {
    amount_refunded,
    refunded: amount_refunded === charge.amount_captured,
  });
  emit(work, 'refund.created', made);
  emit(work, 'charge.refunded', next, before);
  return made;
}

// A charge stays marked as disputed after the business has won; the money is its own again.
function chargedBack(work: Work, charge: Stripe.Charge): boolean {
  if (!charge.disputed) return false;
  return [...work.books.disputes.values()].some((each) => each.charge === charge.id && each.status !== 'won');
}
