import type { Difference } from '../../shared/domain/reconciliation.ts';
import type { Checkout, PaymentAnswer, ProviderPayment } from '../gateways/payments.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { outcomeOf } from './charge-membership.ts';
import type { Person } from './person.ts';
import { settle } from './settle.ts';
import { takePayment } from './take-payment.ts';
import { takeProviderRefunds } from './take-refund.ts';
import { takeTopUp } from './take-top-up.ts';
import type { BillingWorld } from './world.ts';

/**
 * Does what should have happened when a payment was reported, by the flow that would have done it; leaves what none of
 * them repairs. Refuses `payment_in_progress` while a charge for the same invoice is under way.
 */
export async function repairPayment(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  account: string,
  payment: Pick<ProviderPayment, 'paymentIntentId'>,
  difference: Difference,
): Promise<void> {
  switch (difference) {
    case 'other_refunds':
      return takeProviderRefunds(world, person, invoiceId, account);
    case 'no_invoice':
    case 'still_open':
    case 'paid_twice': {
      const answer = await world.payments.readPayment(account, payment.paymentIntentId);
      if (answer?.kind === 'succeeded') await takeSucceeded(world, person, invoiceId, answer, difference);
      return;
    }
    case 'other_amount':
    case 'credits_missing':
      return;
    default:
      return difference satisfies never;
  }
}

const isOrder = async ({ table }: BillingWorld, { slug, memberId }: Person, invoiceId: string): Promise<boolean> =>
  (await readInvoice(table, slug, memberId, invoiceId))?.value.cause.kind === 'order';

async function takeSucceeded(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  answer: Extract<PaymentAnswer, { kind: 'succeeded' }>,
  difference: Difference,
): Promise<void> {
  const { metadata, paymentIntentId, card } = answer;
  const { membershipId, attempt } = metadata;
  const outcome = outcomeOf(answer);
  if (membershipId !== undefined && attempt !== undefined && outcome !== undefined) {
    const settled = await settle(world, { ...person, membershipId }, attempt, outcome);
    if (settled !== undefined) return;
  }
  const isTopUp = membershipId === undefined && !(await isOrder(world, person, invoiceId));
  const page: Checkout = {
    sessionId: paymentIntentId,
    state: 'complete',
    purpose: isTopUp ? 'account_credit' : 'payment',
    metadata,
    ...(card === undefined ? {} : { card }),
    payment: answer,
  };
  if (isTopUp) return takeTopUp(world, person, page);
  // Without an invoice nobody knows whether the money is owed: it is not given back by itself.
  if (difference !== 'no_invoice') return takePayment(world, person, page);
}
