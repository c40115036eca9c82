import type { Charge } from '../../shared/domain/charge.ts';
import { settleChange } from '../../shared/domain/plan-change-charge.ts';
import type { PlanChangeQuote } from '../../shared/domain/plan-quote.ts';
import { attemptOf, type Settlement, type SettleRequest } from '../../shared/domain/settle-charge.ts';
import type { Outcome } from '../store/change.ts';
import { creditWrites } from '../store/credit-writes.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceWrite } from '../store/invoice-rows.ts';
import { moneyWrites } from '../store/money-writes.ts';
import { readQuote, replaceQuote } from '../store/quote-rows.ts';
import type { Write } from '../store/table.ts';
import { changeAnnounced } from './plan-changed.ts';
import { versionNamed } from './quote-plan-change.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

type World = Pick<BillingWorld, 'table' | 'chance'>;

/**
 * What settling the charge of a quote writes: with the money the new plan, its credits and the receipt; without it
 * nothing but that the card said no. The quote learns either in the same transaction.
 */
export async function planChangeSettlement(
  world: World,
  scene: LoadedScene,
  charge: Charge,
  quote: PlanChangeQuote,
  outcome: SettleRequest['outcome'],
): Promise<Outcome<Settlement>> {
  const { slug, memberId, membershipId, snapshot, business } = scene;
  const request: SettleRequest = {
    membership: scene.membership,
    charge,
    outcome,
    plan: scene.plan,
    policies: business.policies,
    invoice: undefined,
    account: snapshot.account.value,
    money: scene.money,
    seller: scene.seller,
    currency: business.currency,
    occasion: scene.occasion,
  };
  const settled = settleChange(request, quote, versionNamed(scene.configuration, quote));
  const stored = await readQuote(world.table, slug, memberId, quote.quoteId);
  const subject = { membershipId, invoiceId: settled.invoice.invoiceId };
  const isPaid = outcome.kind === 'succeeded';
  const happened: Write[] = isPaid
    ? [
        invoiceWrite(slug, undefined, settled.invoice, scene.event('invoice.paid', subject)),
        ...creditWrites(snapshot, settled.credits, {
          slug,
          timeZone: business.timeZone,
          requestId: scene.requestId,
          newEventId: () => world.chance.newId('event', scene.at),
        }),
        ...changeAnnounced(scene, settled.membership, { quoteId: quote.quoteId }),
      ]
    : [announce(scene.event('membership.plan_change_declined', { membershipId, quoteId: quote.quoteId }))];
  return {
    writes: [
      scene.become(settled.membership),
      ...(stored === undefined
        ? []
        : [
            replaceQuote(slug, memberId, stored, {
              ...stored.value,
              confirmedAt: stored.value.confirmedAt ?? charge.claimedAt,
              outcome: isPaid ? 'done' : 'declined',
              attempt: attemptOf(request),
            }),
          ]),
      ...moneyWrites(snapshot.money, settled.money, settled.moneyEntry, {
        slug,
        event: scene.event('account_credit.changed', subject),
      }),
      ...happened,
    ],
    reply: settled,
  };
}
