import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';
import { connectedAccount, type Person, personEvent } from './person.ts';
import type { BillingWorld } from './world.ts';

/** Money that came although nothing was owed. `amount` is in minor units; `invoiceId` is what it came for, if known. */
export interface Unowed {
  readonly paymentIntentId: string;
  readonly amount: number;
  readonly reason: 'duplicate' | 'already_enrolled';
  readonly invoiceId?: string | undefined;
}

/**
 * Gives money back that nobody owed, all of it, and tells its owner: each once per payment, however often and late the
 * payment is reported (faults F9, F31). Throws while the provider has not taken the order: whoever reported comes again.
 */
export async function giveBack(world: BillingWorld, person: Person, unowed: Unowed): Promise<void> {
  const { table } = world;
  const { slug, memberId, at } = person;
  const { paymentIntentId, amount, reason, invoiceId } = unowed;
  const told = keys.givenBack(slug, memberId, paymentIntentId);
  if ((await table.read([told]))[0] !== undefined) return;
  await refundOnce(world, person, unowed);
  await change(
    table,
    async () => {
      if ((await table.read([told]))[0] !== undefined) return { writes: [], reply: undefined };
      const subject = { amount, reason, ...(invoiceId === undefined ? {} : { invoiceId }) };
      return {
        writes: [
          insert(rowOf(told, { amount, reason, at })),
          announce(personEvent(world, person, 'invoice.refunded', subject)),
        ],
        reply: undefined,
      };
    },
    { pause: world.chance.pause },
  );
}

/** The provider forgets keys after a day and never forgets refunds: it is asked for those first. */
async function refundOnce(world: BillingWorld, { slug, memberId }: Person, unowed: Unowed): Promise<void> {
  const { paymentIntentId, amount, reason, invoiceId } = unowed;
  // Also from an account that takes no cards at present: what came in can go back.
  const account = await connectedAccount(world, slug);
  if (account === undefined) throw new Error(`${paymentIntentId} was paid to nobody`);
  const key = `${paymentIntentId}.${reason}`;
  const made = await world.payments.refundsOf(account, paymentIntentId);
  if (made.some(({ ours, state }) => ours === key && state !== 'failed')) return;
  const metadata = { business: slug, memberId, ...(invoiceId === undefined ? {} : { invoiceId }) };
  const answer = await world.payments.refund(account, { paymentIntentId, amount, metadata, key });
  if (answer.kind === 'unknown' || answer.kind === 'failed') {
    throw new Error(`${paymentIntentId} was not given back yet`);
  }
}
