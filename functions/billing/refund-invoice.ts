import { claimRefund, mostRefundable, type RefundAsk } from '../../shared/domain/refund.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { formatMoney } from '../../shared/wording/format.ts';
import { change } from '../store/change.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { type Books, bookWrites, openBooks } from './books.ts';
import type { Person } from './person.ts';
import { finishRefund } from './settle-refund.ts';
import type { BillingWorld } from './world.ts';

/**
 * Gives money of a paid invoice back, once per ask: writes the refund down, has the provider make it, commits. When the
 * answer is lost in between, the same ask again, another colleague's or the reconciliation finishes it under the same
 * name.
 * Refusals: `not_found`, `not_a_paid_invoice`, `refund_too_high` (details: `most`, in words), `payment_in_progress`
 * while nobody knows what became of a refund before.
 */
export async function refundInvoice(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  ask: RefundAsk,
): Promise<void> {
  for (const n of await unanswered(world, person, invoiceId)) await finishRefund(world, person, invoiceId, n);
  const claimed = await change<number | undefined>(
    world.table,
    async () => {
      const books = await openBooks(world, person, invoiceId);
      const { refunds } = books.invoice;
      if (refunds.some(({ askId }) => askId === ask.askId)) return { writes: [], reply: undefined };
      refuseUnless(!refunds.some(isUnanswered), 'payment_in_progress');
      refuseTooHigh(books, ask.amount);
      const step = claimRefund(books, ask, books.occasion);
      return { writes: bookWrites(world, person, books, step), reply: step.refund.n };
    },
    { pause: world.chance.pause },
  );
  if (claimed !== undefined) await finishRefund(world, person, invoiceId, claimed, true);
}

const isUnanswered = ({ state, refundId }: Books['invoice']['refunds'][number]): boolean =>
  state === 'pending' && refundId === undefined;

async function unanswered(world: BillingWorld, { slug, memberId }: Person, invoiceId: string): Promise<number[]> {
  const invoice = await readInvoice(world.table, slug, memberId, invoiceId);
  refuseUnless(invoice, 'not_found');
  return invoice.value.refunds.filter(isUnanswered).map(({ n }) => n);
}

/** Says the most in the business's own way of writing amounts; the rule itself is `claimRefund`. */
function refuseTooHigh({ invoice, money, configuration }: Books, amount: number): void {
  const most = mostRefundable(invoice, money);
  const inWords = formatMoney({ amount: most, currency: invoice.currency }, configuration.business.value.locale);
  refuseUnless(invoice.state !== 'paid' || amount <= most, 'refund_too_high', { most: inWords });
}
