import type { AttemptTrigger, Invoice, Payment } from '../../shared/domain/invoice.ts';
import { payOrder, voidOrder } from '../../shared/domain/order-invoice.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import type { Checkout } from '../gateways/payments.ts';
import { change, type Outcome } from '../store/change.ts';
import { unlistWrite } from '../store/estimate-rows.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceWrite, readInvoice, type StoredInvoice } from '../store/invoice-rows.ts';
import { keys } from '../store/keys.ts';
import { outcomeOf } from './charge-membership.ts';
import { giveBack } from './give-back.ts';
import { localDateIn, type Person, personEvent } from './person.ts';
import type { BillingWorld } from './world.ts';

type Books = Pick<BillingWorld, 'chance' | 'table'>;

/** Settles an invoice of no membership, announced. Refuses `not_an_open_invoice`. */
export function orderPaid(
  books: Books,
  person: Person,
  stored: StoredInvoice,
  paid: { readonly payment: Payment; readonly trigger: AttemptTrigger; readonly today: LocalDate },
): Promise<Outcome<Invoice>> {
  const { payment, trigger, today } = paid;
  const after = payOrder(stored.value, payment, trigger, { at: person.at, today });
  return written(books, person, stored, after, 'invoice.paid', today);
}

/** Writes it off, announced. Refuses `not_an_open_invoice`. */
export const orderVoided = (
  books: Books,
  person: Person,
  stored: StoredInvoice,
  today: LocalDate,
): Promise<Outcome<Invoice>> => written(books, person, stored, voidOrder(stored.value), 'invoice.voided', today);

/** With it, the estimate that it came from leaves the list of what waits to be paid. */
async function written(
  books: Books,
  person: Person,
  stored: StoredInvoice,
  after: Invoice,
  type: 'invoice.paid' | 'invoice.voided',
  today: LocalDate,
): Promise<Outcome<Invoice>> {
  const { invoiceId, cause } = after;
  const { slug } = person;
  const estimateId = cause.kind === 'order' ? cause.estimateId : undefined;
  const [listed] = estimateId === undefined ? [] : await books.table.read([keys.listedEstimate(slug, estimateId)]);
  return {
    writes: [
      invoiceWrite(slug, stored, after, stored.event),
      ...(estimateId !== undefined && listed ? [unlistWrite(slug, estimateId, listed, today)] : []),
      announce(personEvent(books, person, type, { invoiceId })),
    ],
    reply: after,
  };
}

/**
 * Takes a payment that a member made on the provider's page for an invoice of no membership, once per payment. Of two
 * payments the second is given back at once (fault F31), as is one for an invoice that was written off.
 */
export async function takeOrderPayment(world: BillingWorld, person: Person, checkout: Checkout): Promise<void> {
  const { payment, metadata, sessionId } = checkout;
  const outcome = payment && outcomeOf(payment);
  if (payment?.kind !== 'succeeded' || outcome?.kind !== 'succeeded') return;
  const { invoiceId } = metadata;
  if (invoiceId === undefined) throw new Error(`${sessionId} names no invoice`);
  const today = await localDateIn(world, person);
  const verdict = await change<'known' | 'twice'>(
    world.table,
    async () => {
      const stored = await readInvoice(world.table, person.slug, person.memberId, invoiceId);
      if (stored === undefined) return { writes: [], reply: 'twice' };
      const paidBy = stored.value.payment;
      if (paidBy?.kind === 'card' && paidBy.paymentIntentId === payment.paymentIntentId) {
        return { writes: [], reply: 'known' };
      }
      if (stored.value.state !== 'open') return { writes: [], reply: 'twice' };
      const trigger = { kind: 'hosted_page', id: sessionId } as const;
      const { writes } = await orderPaid(world, person, stored, { payment: outcome.payment, trigger, today });
      return { writes, reply: 'known' };
    },
    { pause: world.chance.pause },
  );
  const { paymentIntentId, amount } = payment;
  if (verdict === 'twice') await giveBack(world, person, { paymentIntentId, amount, reason: 'duplicate', invoiceId });
}
