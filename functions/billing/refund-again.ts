import { claimRefund } from '../../shared/domain/refund.ts';
import { type AgainTo, refundAgain } from '../../shared/domain/refund-again.ts';
import { change } from '../store/change.ts';
import { settleFailedRefund } from '../store/failed-refund-rows.ts';
import { keys } from '../store/keys.ts';
import { bookWrites, openBooks } from './books.ts';
import type { Person } from './person.ts';
import { finishRefund } from './settle-refund.ts';
import type { BillingWorld } from './world.ts';

/** A refused refund, and where its money goes now. */
export interface Again {
  readonly n: number;
  readonly to: AgainTo;
  readonly by: string;
  readonly askId: string;
}

/**
 * Makes a refund again that the card has refused, once per ask, and takes it off the list of those.
 * Refusals: `not_found`, `refund_not_refused`, those of `claimRefund`.
 */
export async function makeRefundAgain(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  { n, to, by, askId }: Again,
): Promise<void> {
  const { slug } = person;
  const claimed = await change<number>(
    world.table,
    async () => {
      const [books, [row]] = await Promise.all([
        openBooks(world, person, invoiceId),
        world.table.read([keys.failedRefund(slug, invoiceId, n)]),
      ]);
      const known = books.invoice.refunds.find((refund) => refund.askId === askId);
      if (known) return { writes: [], reply: known.n };
      const step = claimRefund(books, refundAgain(books.invoice, n, to, { by, askId }), books.occasion);
      return {
        writes: [...bookWrites(world, person, books, step), ...(row ? [settleFailedRefund(row)] : [])],
        reply: step.refund.n,
      };
    },
    { pause: world.chance.pause },
  );
  await finishRefund(world, person, invoiceId, claimed);
}
