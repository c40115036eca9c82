import type { Refund } from '../../shared/domain/invoice.ts';
import {
  outsidePart,
  type RefundResult,
  type RefundStep,
  refundKey,
  settleRefund,
} from '../../shared/domain/refund.ts';
import { change, type Outcome } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { insertFailedRefund } from '../store/failed-refund-rows.ts';
import type { Write } from '../store/table.ts';
import { type Books, bookWrites, openBooks } from './books.ts';
import { type Person, personEvent } from './person.ts';
import type { BillingWorld } from './world.ts';

/**
 * Brings a refund that was written down to its end, whoever wrote it: asks the provider under the refund's own name and
 * commits the answer. Without an answer it stays `pending`. A refund that is not `isNew` may have been asked for before,
 * longer ago than the provider remembers names, so it is looked for first (rules I2, I7). Refuses `not_found`.
 */
export async function finishRefund(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  n: number,
  isNew = false,
): Promise<void> {
  const result = await resultOf(world, person, await openBooks(world, person, invoiceId), n, isNew);
  if (result === undefined) return;
  await change(
    world.table,
    async () => {
      const books = await openBooks(world, person, invoiceId);
      const step = settleRefund(books, n, result, books.occasion);
      return step ? refundOutcome(world, person, books, { ...step, n }) : { writes: [], reply: undefined };
    },
    { pause: world.chance.pause },
  );
}

/** What became of a refund at the provider; undefined while nobody knows. What goes back at the desk is done. */
async function resultOf(
  world: BillingWorld,
  { slug, memberId }: Person,
  { invoice, configuration }: Books,
  n: number,
  isNew: boolean,
): Promise<RefundResult | undefined> {
  const { invoiceId, payment } = invoice;
  const refund = invoice.refunds.find((candidate) => candidate.n === n);
  if (refund?.state !== 'pending') return undefined;
  const amount = outsidePart(refund);
  if (amount === 0 || payment?.kind !== 'card') return { state: 'done' };
  const account = configuration.payments?.value.accountId;
  if (account === undefined) throw new Error(`${invoiceId} was paid by card to nobody`);
  const { paymentIntentId } = payment;
  const key = refundKey(invoiceId, n);
  if (!isNew) {
    const made = await world.payments.refundsOf(account, paymentIntentId);
    const found = made.find(({ refundId, ours }) => refundId === refund.refundId || ours === key);
    // One that has a name there exists: it is never asked for again.
    if (found !== undefined || refund.refundId !== undefined) return found;
  }
  const metadata = { business: slug, memberId, invoiceId };
  const answer = await world.payments.refund(account, { paymentIntentId, amount, metadata, key });
  switch (answer.kind) {
    case 'done':
    case 'pending':
      return { state: answer.kind, refundId: answer.refundId };
    case 'failed':
      return { state: 'failed' };
    case 'unknown':
      return undefined;
    default:
      return answer satisfies never;
  }
}

/** What a step of a refund writes; that the money has gone back, or has not, is announced. */
export function refundOutcome(
  world: BillingWorld,
  person: Person,
  books: Books,
  { n, ...step }: RefundStep & { readonly n: number },
): Outcome<undefined> {
  const { invoiceId, refunds } = step.invoice;
  const refund = refunds.find((candidate) => candidate.n === n);
  const told = (type: 'invoice.refunded' | 'invoice.refund_failed', amount: number) =>
    announce(personEvent(world, person, type, { invoiceId, n, amount }));
  return {
    writes: [
      ...bookWrites(world, person, books, step),
      ...(refund?.state === 'done' ? [told('invoice.refunded', refund.amount)] : []),
      ...(refund?.state === 'failed'
        ? [told('invoice.refund_failed', refund.amount), failed(person, books, refund)]
        : []),
    ],
    reply: undefined,
  };
}

/** What puts it before staff: nobody else would know of it. */
function failed({ slug, memberId }: Person, { invoice, occasion }: Books, { n, amount }: Refund): Write {
  return insertFailedRefund(slug, { memberId, invoiceId: invoice.invoiceId, n, amount, on: occasion.today });
}
