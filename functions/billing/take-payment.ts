import type { Charge } from '../../shared/domain/charge.ts';
import { isOver } from '../../shared/domain/membership.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Checkout, PaymentAnswer } from '../gateways/payments.ts';
import { change, type Outcome } from '../store/change.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { outcomeOf } from './charge-membership.ts';
import { giveBack } from './give-back.ts';
import { takeOrderPayment } from './order-payment.ts';
import type { Person } from './person.ts';
import { type LoadedScene, loadScene } from './scene.ts';
import { settlementOf } from './settle.ts';
import { takeCard } from './take-card.ts';
import type { BillingWorld } from './world.ts';

type Succeeded = Extract<PaymentAnswer, { kind: 'succeeded' }>;

/**
 * Takes a payment that a member made on the provider's page for an open invoice. Of two payments for one invoice the
 * second is given back at once (fault F31), as is one for a membership that has ended. The card is kept for renewals, and
 * what else is open is tried with it (rule D4). Refuses `payment_in_progress` while a charge of ours for the same invoice
 * is under way: whoever reported this comes again.
 */
export async function takePayment(world: BillingWorld, person: Person, checkout: Checkout): Promise<void> {
  const { payment, metadata } = checkout;
  if (payment?.kind !== 'succeeded') return;
  const { membershipId, invoiceId } = metadata;
  if (membershipId === undefined) return takeOrderPayment(world, person, checkout);
  if (invoiceId === undefined) throw new Error(`${checkout.sessionId} names no invoice`);
  const verdict = await change<'taken' | 'known' | 'twice'>(
    world.table,
    async () => {
      const scene = await loadScene(world, { ...person, membershipId });
      const invoice = await readInvoice(world.table, person.slug, person.memberId, invoiceId);
      if (!scene || !invoice) return { writes: [], reply: 'twice' };
      const paidBy = invoice.value.payment;
      if (paidBy?.kind === 'card' && paidBy.paymentIntentId === payment.paymentIntentId) {
        // What the comparison of books has settled already brings no card: a newer one may be on file by now.
        const wasPage = invoice.value.attempts.some(({ trigger }) => trigger.id === checkout.sessionId);
        return { writes: [], reply: wasPage ? 'taken' : 'known' };
      }
      if (scene.membership.charge !== undefined) throw new Refusal('payment_in_progress');
      const { membership, occasion } = scene;
      const isOwed = membership.due?.invoiceId === invoiceId && !isOver(membership, occasion.today);
      if (invoice.value.state !== 'open' || !isOwed) {
        return { writes: [], reply: 'twice' };
      }
      return { ...(await paid(world, scene, checkout, payment)), reply: 'taken' };
    },
    { pause: world.chance.pause },
  );
  if (verdict === 'taken' && checkout.card !== undefined) await takeCard(world, person, checkout);
  if (verdict !== 'twice') return;
  const { paymentIntentId, amount } = payment;
  await giveBack(world, person, { paymentIntentId, amount, reason: 'duplicate', invoiceId });
}

/** Settles the invoice as if we had charged it. */
async function paid(
  world: BillingWorld,
  scene: LoadedScene,
  { sessionId, card }: Checkout,
  payment: Succeeded,
): Promise<Outcome<unknown>> {
  const { membership, at } = scene;
  const { due } = membership;
  if (due === undefined) throw new Error(`${scene.membershipId} has nothing open`);
  const charge: Charge = {
    attempt: due.attempts + 1,
    invoiceId: due.invoiceId,
    period: due.period,
    total: due.amount,
    creditApplied: 0,
    amount: payment.amount,
    ...(card === undefined ? {} : { card: card.paymentMethodId }),
    trigger: { kind: 'hosted_page', id: sessionId },
    claimedAt: at,
    leaseUntil: at,
    state: 'charging',
  };
  const outcome = outcomeOf(payment);
  if (outcome === undefined) throw new Error('a payment that succeeded has an outcome');
  return settlementOf(world, scene, charge, outcome);
}
