import { attemptIdOf, type Charge } from '../../shared/domain/charge.ts';
import { frozenFrom } from '../../shared/domain/frozen-days.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { type ChargeOutcome, messageAfter, type Settlement, settleCharge } from '../../shared/domain/settle-charge.ts';
import { change, type Outcome } from '../store/change.ts';
import { entriesSince } from '../store/credit-entries.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceOf, invoiceWrite } from '../store/invoice-rows.ts';
import { keys } from '../store/keys.ts';
import { pastDueWrites } from '../store/membership-writes.ts';
import { moneyWrites } from '../store/money-writes.ts';
import type { Row, Write } from '../store/table.ts';
import { calledOff } from './pause-membership.ts';
import { type LoadedScene, type Scene, scenesFrom } from './scene.ts';
import { planChangeSettlement } from './settle-plan-change.ts';
import type { BillingWorld } from './world.ts';

/**
 * Commits the outcome of the charge in flight: the one function for the worker, the webhook and the hosted page. One
 * transaction, on the condition that the membership is as it was read; whoever comes second finds the charge gone and
 * changes nothing. Resolves to undefined then. `known` is the scene as its claim has left it, which saves a read.
 */
export async function settle(
  world: BillingWorld,
  scene: Scene,
  attemptId: string,
  outcome: ChargeOutcome,
  known?: LoadedScene,
): Promise<Settlement | undefined> {
  const load = scenesFrom(world, scene, known);
  return change<Settlement | undefined>(
    world.table,
    async () => {
      const loaded = await load();
      const charge = loaded?.membership.charge;
      if (!loaded || !charge || attemptIdOf(charge) !== attemptId) return { writes: [], reply: undefined };
      return settlementOf(world, loaded, charge, outcome);
    },
    { pause: world.chance.pause },
  );
}

/** What settling writes and answers, for a scene whose charge is in flight or is made up for money that came by itself. */
export async function settlementOf(
  world: Pick<BillingWorld, 'table' | 'chance'>,
  scene: LoadedScene,
  charge: Charge,
  outcome: ChargeOutcome,
): Promise<Outcome<Settlement>> {
  if (charge.quote !== undefined) return planChangeSettlement(world, scene, charge, charge.quote, outcome);
  const { slug, memberId, membershipId, membership, snapshot, business, plan } = scene;
  // Only an open invoice, or one that will be, has rows to read: a renewal that goes well asks nothing here.
  const isPlain = membership.due === undefined && outcome.kind === 'succeeded';
  const [invoiceRow, pastDueRow] = isPlain
    ? ([] as (Row | undefined)[])
    : await world.table.read([keys.invoice(slug, memberId, charge.invoiceId), keys.pastDue(slug, membershipId)]);
  const invoice = invoiceRow && invoiceOf(invoiceRow);
  const from =
    outcome.kind === 'succeeded' ? frozenFrom(membership, business.policies, scene.occasion.today) : undefined;
  const request = {
    membership,
    charge,
    outcome,
    plan,
    policies: business.policies,
    invoice: invoice?.value,
    account: snapshot.account.value,
    sinceFrozen: from === undefined ? undefined : await entriesSince(world.table, slug, memberId, from),
    money: scene.money,
    seller: scene.seller,
    currency: business.currency,
    occasion: scene.occasion,
  };
  const answered = settleCharge(request);
  const settled = { ...answered, membership: forCardOnFile(answered.membership, charge, scene.terms.card) };
  const message = messageAfter(request, settled);
  const { invoiceId } = settled.invoice;
  const subject = { membershipId, invoiceId };
  const paid = settled.invoice.state === 'paid';
  const events: Write[] = [
    ...(paid ? [] : calledOff(scene, settled.membership, 'payment_open')),
    ...(paid && invoice !== undefined ? [announce(scene.event('invoice.paid', subject))] : []),
    ...(message?.message === undefined
      ? []
      : [announce(scene.event('payment.needs_attention', { ...subject, message: message.message, day: message.day }))]),
  ];
  return {
    writes: [
      scene.become(settled.membership),
      invoiceWrite(slug, invoice, settled.invoice, scene.event(paid ? 'invoice.paid' : 'invoice.issued', subject)),
      ...creditWrites(snapshot, settled.credits, {
        slug,
        timeZone: business.timeZone,
        requestId: scene.requestId,
        newEventId: () => world.chance.newId('event', scene.at),
      }),
      ...moneyWrites(snapshot.money, settled.money, settled.moneyEntry, {
        slug,
        event: scene.event('account_credit.changed', subject),
      }),
      ...pastDueWrites(slug, pastDueRow, settled.membership),
      ...events,
    ],
    reply: settled,
  };
}

/** A no to a card that is no longer on file says nothing of the one that is: the schedule may try that (rule D4). */
function forCardOnFile(membership: Membership, charge: Charge, card: LoadedScene['terms']['card']): Membership {
  const { due } = membership;
  if (due === undefined || card === undefined || card.paymentMethodId === charge.card) return membership;
  const { declineClass } = due;
  return declineClass === 'technical' ? membership : { ...membership, due: { ...due, declineClass: 'soft' } };
}
