import { disputed } from '../../shared/domain/dispute.ts';
import type { ProviderDispute } from '../gateways/payments.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { bookWrites, openBooks } from './books.ts';
import { type Person, personEvent } from './person.ts';
import type { BillingWorld } from './world.ts';

/**
 * Takes what the provider says of a dispute, any number of times and in any order: the invoice shows it to staff, and
 * the credits that came with the payment are put on hold, freed or taken back (rule C8). A dispute of another payment
 * than the invoice's is none of the invoice. Refuses `not_found`.
 */
export async function takeDispute(
  world: BillingWorld,
  person: Person,
  invoiceId: string,
  dispute: ProviderDispute,
): Promise<void> {
  await change(
    world.table,
    async () => {
      const books = await openBooks(world, person, invoiceId);
      const { payment } = books.invoice;
      const isItsOwn = payment?.kind === 'card' && payment.paymentIntentId === dispute.paymentIntentId;
      const step = isItsOwn ? disputed(books.invoice, books.account, dispute, books.occasion) : undefined;
      if (step === undefined) return { writes: [], reply: undefined };
      const { disputeId, state } = dispute;
      const event = personEvent(world, person, 'invoice.disputed', { invoiceId, disputeId, state });
      return { writes: [...bookWrites(world, person, books, step), announce(event)], reply: undefined };
    },
    { pause: world.chance.pause },
  );
}
