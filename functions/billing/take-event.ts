import type { ProviderEvent } from '../../shared/contract/provider-event.ts';
import type { PaymentMetadata } from '../gateways/payments.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { businessOfAccount } from '../store/provider-rows.ts';
import { rowOf } from '../store/stored.ts';
import { insert, replace, WriteConflict } from '../store/table.ts';
import { outcomeOf } from './charge-membership.ts';
import { completeCheckout } from './complete-checkout.ts';
import { takeDispute } from './dispute.ts';
import { placeOfPayment } from './payment-place.ts';
import type { Person } from './person.ts';
import { settle } from './settle.ts';
import { takeProviderRefunds } from './take-refund.ts';
import type { BillingWorld } from './world.ts';

/** What an event of the provider came to, for the log. `parked` ones are kept and raised, and have no effect. */
export type Taken = 'done' | 'not_ours' | 'ignored' | 'parked';

const provider = { kind: 'system', job: 'payment-provider' } as const;

/**
 * Does what an event says happened, after asking the provider for the object itself: in any order, any number of times,
 * days late, with the same result. An event of an account that nobody here has, of the other mode or of another version
 * of the provider's API is parked (faults F7–F11).
 */
export async function takeEvent(world: BillingWorld, event: ProviderEvent, requestId: string): Promise<Taken> {
  const { account } = event;
  const slug = account && (await businessOfAccount(world.table, account));
  if (event.parked !== undefined || account === undefined || !slug) return park(world, event);
  const call = { slug, at: event.receivedAt, requestId, actor: provider };
  const [subject] = event.type.split('.');
  switch (subject) {
    case 'checkout':
      return event.type === 'checkout.session.completed'
        ? takeCheckout(world, call, account, event.objectId)
        : 'ignored';
    case 'payment_intent':
      return takePaymentIntent(world, call, account, event.objectId);
    case 'charge':
      return event.type.startsWith('charge.dispute.')
        ? takeDisputed(world, call, account, event.objectId)
        : event.type === 'charge.refunded'
          ? takeRefunded(world, call, account, event.paymentIntentId)
          : 'ignored';
    case 'refund':
      return takeRefunded(world, call, account, event.paymentIntentId);
    case 'account':
      return takeAccount(world, call, account);
    default:
      return 'ignored';
  }
}

type Call = Omit<Person, 'memberId'> & { readonly actor: typeof provider };

/** Kept under its own id, once; the log line of the consumer raises the alarm. */
async function park(world: BillingWorld, event: ProviderEvent): Promise<Taken> {
  try {
    await world.table.commit([insert(rowOf(keys.parked(event.eventId), event))]);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
  }
  return 'parked';
}

async function takeCheckout(world: BillingWorld, call: Call, account: string, sessionId: string): Promise<Taken> {
  const checkout = await world.payments.readCheckout(account, sessionId);
  if (checkout?.metadata.business !== call.slug) return 'not_ours';
  await completeCheckout(world, call, sessionId);
  return 'done';
}

/** Whose a payment is, if it is one of ours. */
function personOf(call: Call, { business, memberId }: PaymentMetadata): Person | undefined {
  return business === call.slug && memberId !== undefined ? { ...call, memberId } : undefined;
}

async function takePaymentIntent(
  world: BillingWorld,
  call: Call,
  account: string,
  paymentIntentId: string,
): Promise<Taken> {
  const answer = await world.payments.readPayment(account, paymentIntentId);
  const person = answer && personOf(call, answer.metadata);
  if (!answer || !person) return 'not_ours';
  const { membershipId, attempt } = answer.metadata;
  const outcome = outcomeOf(answer);
  // A payment on a hosted page has no attempt of ours: its page reports it.
  if (membershipId === undefined || attempt === undefined || outcome === undefined) return 'ignored';
  await settle(world, { ...person, membershipId }, attempt, outcome);
  return 'done';
}

/** The invoice that a payment of ours paid, and whose it is; undefined where it paid none of ours. */
async function paidBy(
  world: BillingWorld,
  call: Call,
  account: string,
  paymentIntentId: string,
): Promise<{ readonly person: Person; readonly invoiceId: string } | undefined> {
  const answer = await world.payments.readPayment(account, paymentIntentId);
  if (answer?.metadata.business !== call.slug) return undefined;
  const place = await placeOfPayment(world, call.slug, answer.metadata);
  if (place === 'forgotten' || place.memberId === undefined || place.invoiceId === undefined) return undefined;
  return { person: { ...call, memberId: place.memberId }, invoiceId: place.invoiceId };
}

async function takeRefunded(
  world: BillingWorld,
  call: Call,
  account: string,
  paymentIntentId: string | undefined,
): Promise<Taken> {
  const paid = paymentIntentId && (await paidBy(world, call, account, paymentIntentId));
  if (!paid) return 'not_ours';
  await takeProviderRefunds(world, paid.person, paid.invoiceId, account);
  return 'done';
}

async function takeDisputed(world: BillingWorld, call: Call, account: string, disputeId: string): Promise<Taken> {
  const dispute = await world.payments.readDispute(account, disputeId);
  const paid = dispute && (await paidBy(world, call, account, dispute.paymentIntentId));
  if (!paid) return 'not_ours';
  await takeDispute(world, paid.person, paid.invoiceId, dispute);
  return 'done';
}

/** Whether the business may take cards now: read anew, because events come in any order. */
async function takeAccount(world: BillingWorld, call: Call, account: string): Promise<Taken> {
  const ready = await world.payments.takesCharges(account);
  await markReady(world, call, ready);
  return 'done';
}

/** Notes whether a business's account is ready; nothing when that is known. */
export async function markReady(world: BillingWorld, call: Omit<Person, 'memberId'>, ready: boolean): Promise<void> {
  const { slug, actor, at, requestId } = call;
  await change(
    world.table,
    async () => {
      const configuration = await world.configurations.reload(slug);
      const payments = configuration?.payments;
      if (!payments || payments.value.ready === ready) return { writes: [], reply: undefined };
      const event = {
        eventId: world.chance.newId('event', at),
        type: 'payments.connected' as const,
        business: slug,
        actor,
        at,
        requestId,
        subject: { ready: ready ? 1 : 0 },
      };
      return {
        writes: [
          replace(rowOf(keys.payments(slug), { ...payments.value, ready, since: at }), payments.version),
          announce(event),
        ],
        reply: undefined,
      };
    },
    { pause: world.chance.pause },
  );
}
