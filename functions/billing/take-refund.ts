import { recordRefund, refundKey, settleRefund } from '../../shared/domain/refund.ts';
import type { ProviderRefund } from '../gateways/payments.ts';
import { change } from '../store/change.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { openBooks } from './books.ts';
import type { Person } from './person.ts';
import { refundOutcome } from './settle-refund.ts';
import type { BillingWorld } from './world.ts';

/**
 * Brings an invoice's refunds up to what the provider has of its payment: answers that were lost, refunds made in the
 * provider's own dashboard, and those that failed later. The set there decides, by its names, so that any order and any
 * repetition of reports ends the same (rule I8). An invoice that this payment did not pay has none of its refunds.
 */
export async function takeProviderRefunds(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  account: string,
): Promise<void> {
  const stored = await readInvoice(world.table, person.slug, person.memberId, invoiceId);
  const payment = stored?.value.payment;
  if (payment?.kind !== 'card') return;
  for (const refund of await world.payments.refundsOf(account, payment.paymentIntentId)) {
    await takeRefund(world, person, invoiceId, refund);
  }
}

async function takeRefund(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  { refundId, amount, state, ours }: ProviderRefund,
): Promise<void> {
  await change(
    world.table,
    async () => {
      const books = await openBooks(world, person, invoiceId);
      const known = books.invoice.refunds.find(
        (refund) => refund.refundId === refundId || refundKey(invoiceId, refund.n) === ours,
      );
      const step =
        known === undefined
          ? recordRefund(books, { refundId, amount, state }, books.occasion)
          : withNumber(known.n, settleRefund(books, known.n, { state, refundId }, books.occasion));
      return step ? refundOutcome(world, person, books, step) : { writes: [], reply: undefined };
    },
    { pause: world.chance.pause },
  );
}

const withNumber = <Step>(n: number, step: Step | undefined) => step && { ...step, n };
