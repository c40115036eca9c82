import { createHash } from 'node:crypto';
import { attemptIdOf, type Charge } from '../../shared/domain/charge.ts';
import { type Claim, claimCharge, markUnknown, mayRepeat } from '../../shared/domain/claim-charge.ts';
import type { AttemptTrigger } from '../../shared/domain/invoice.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ChargeOutcome, Settlement } from '../../shared/domain/settle-charge.ts';
import type { ChargeAnswer, ChargeOrder, PaymentAnswer } from '../gateways/payments.ts';
import { change } from '../store/change.ts';
import { planVersionOf } from '../store/configuration.ts';
import { readInvoice, type StoredInvoice } from '../store/invoice-rows.ts';
import { moneyWrites } from '../store/money-writes.ts';
import { changeAnnounced } from './plan-changed.ts';
import { afterClaim, type LoadedScene, loadScene, type Scene, scenesFrom } from './scene.ts';
import { settle } from './settle.ts';
import type { BillingWorld } from './world.ts';

/** What came of trying to take a membership's money. `pending`: nobody knows yet, and somebody will find out. */
export type Charged =
  | { readonly kind: 'settled'; readonly settlement: Settlement }
  | { readonly kind: 'pending' }
  /** Somebody else has settled it, or there was nothing to do. */
  | { readonly kind: 'nothing_to_do' };

/** What a try is for. `unless` may find, from what was read, that it should not be made after all. */
export interface TryToCharge {
  readonly trigger: AttemptTrigger;
  /** The dunning day that this try is, if it is one. */
  readonly step?: number | undefined;
  readonly unless?: (scene: LoadedScene, invoice: StoredInvoice | undefined) => boolean;
}

/**
 * Takes the money of a membership's next period, or of its open invoice, by the charging protocol: write the charge
 * down, ask the provider under the charge's own name, commit the outcome. A crash at any point is found by the next
 * sweep, which goes on under the same name.
 * Refusals: `payment_in_progress`, `membership_not_running`, `too_many_attempts`, `try_again_later`.
 */
export async function chargeMembership(
  world: BillingWorld,
  scene: Scene,
  asked: TryToCharge,
  known?: LoadedScene,
): Promise<Charged> {
  const claimed = await claim(world, scene, asked, known);
  if (claimed === undefined) return { kind: 'nothing_to_do' };
  return finish(world, afterClaim(world, claimed.scene, claimed.claim), claimed.claim.charge);
}

async function claim(
  world: BillingWorld,
  scene: Scene,
  { trigger, step, unless }: TryToCharge,
  known: LoadedScene | undefined,
): Promise<{ readonly scene: LoadedScene; readonly claim: Claim } | undefined> {
  const load = scenesFrom(world, scene, known);
  return change<{ scene: LoadedScene; claim: Claim } | undefined>(
    world.table,
    async () => {
      const loaded = await load();
      if (!loaded) return { writes: [], reply: undefined };
      const { due } = loaded.membership;
      const invoice = due && (await readInvoice(world.table, scene.slug, scene.memberId, due.invoiceId));
      if (unless?.(loaded, invoice)) return { writes: [], reply: undefined };
      const claimed = claimCharge({
        membership: loaded.membership,
        plan: loaded.plan,
        nextPlan: loaded.nextPlan,
        profile: loaded.snapshot.billing.value,
        money: loaded.money,
        tax: loaded.tax,
        attempts: invoice?.value.attempts ?? [],
        trigger,
        step,
        timeZone: loaded.business.timeZone,
        occasion: loaded.occasion,
      });
      const event = loaded.event('account_credit.changed', { invoiceId: claimed.charge.invoiceId });
      return {
        writes: [
          loaded.become(claimed.membership),
          ...moneyWrites(loaded.snapshot.money, claimed.money, claimed.moneyEntry, { slug: scene.slug, event }),
          ...changeAnnounced(loaded, claimed.membership),
        ],
        reply: { scene: loaded, claim: claimed },
      };
    },
    { pause: world.chance.pause },
  );
}

/** Asks the provider and commits what it says. */
export async function finish(world: BillingWorld, scene: LoadedScene, charge: Charge): Promise<Charged> {
  const outcome = withoutProvider(charge) ?? outcomeOf(await ask(world, scene, charge));
  return outcome === undefined ? unknown(world, scene, charge) : settled(world, scene, charge, outcome);
}

async function settled(
  world: BillingWorld,
  scene: LoadedScene,
  charge: Charge,
  outcome: ChargeOutcome,
): Promise<Charged> {
  const settlement = await settle(world, scene, attemptIdOf(charge), outcome, scene);
  return settlement === undefined ? { kind: 'nothing_to_do' } : { kind: 'settled', settlement };
}

/** Outcomes that are known without asking anybody, because nobody ever was. */
function withoutProvider(charge: Charge): ChargeOutcome | undefined {
  if (charge.amount === 0) {
    return { kind: 'succeeded', payment: { kind: charge.creditApplied > 0 ? 'account_credit' : 'nothing_due' } };
  }
  return charge.card === undefined || charge.customer === undefined ? { kind: 'no_card' } : undefined;
}

/** The key that makes a repeated request the same request (goals, core protocol). */
export const keyOfAttempt = (attemptId: string): string => createHash('sha256').update(attemptId).digest('base64url');

async function ask(world: BillingWorld, scene: LoadedScene, charge: Charge): Promise<ChargeAnswer> {
  const { slug, memberId, membershipId, configuration, business } = scene;
  const { to } = charge.quote ?? {};
  const plan = (to && planVersionOf(configuration, to.planId, to.version)) ?? scene.plan;
  const account = configuration.payments?.value.accountId;
  const { customer: customerId } = charge;
  // A business that was never connected has no cards on file either: nothing was asked and nothing will be.
  if (account === undefined || customerId === undefined || charge.card === undefined) return { kind: 'busy' };
  const attempt = attemptIdOf(charge);
  const order: ChargeOrder = {
    amount: charge.amount,
    currency: business.currency,
    customerId,
    paymentMethodId: charge.card,
    description: plan.name,
    metadata: { business: slug, memberId, membershipId, invoiceId: charge.invoiceId, attempt },
    key: keyOfAttempt(attempt),
  };
  return world.payments.charge(account, order);
}

/** What an answer means for the charge; undefined while nobody knows. */
export function outcomeOf(answer: ChargeAnswer | PaymentAnswer): ChargeOutcome | undefined {
  switch (answer.kind) {
    case 'succeeded': {
      const { paymentIntentId, amount, card } = answer;
      const shown = { brand: card?.brand ?? 'card', last4: card?.last4 ?? '' };
      return { kind: 'succeeded', payment: { kind: 'card', paymentIntentId, amount, ...shown } };
    }
    case 'declined':
      return answer;
    case 'processing':
    case 'unknown':
    case 'busy':
      return undefined;
    default:
      return answer satisfies never;
  }
}

const minute = 60_000;

/** Milliseconds until an unknown outcome is looked at again: soon at first, hourly later. */
const nextLook = (charge: Charge, at: number): number =>
  Math.min(60 * minute, Math.max(5 * minute, (at - charge.claimedAt) / 2));

/** Nobody knows: the charge stays, and is looked at again. */
async function unknown(world: BillingWorld, scene: Scene, charge: Charge): Promise<Charged> {
  await change(
    world.table,
    async () => {
      const loaded = await loadScene(world, scene);
      const current = loaded?.membership.charge;
      if (!loaded || !current || attemptIdOf(current) !== attemptIdOf(charge)) return { writes: [], reply: undefined };
      const until = scene.at + nextLook(charge, scene.at);
      return { writes: [loaded.become(markUnknown(loaded.membership, current, until))], reply: undefined };
    },
    { pause: world.chance.pause },
  );
  return { kind: 'pending' };
}

/**
 * Finds out what became of a charge whose taker did not come back, or whose answer got lost. First a look at what the
 * provider has under the attempt's name; nothing there: the same request once more, as long as the provider remembers
 * its key. After that, nothing there is the proof that no money was taken (faults F1–F5).
 */
export async function recoverCharge(world: BillingWorld, scene: Scene): Promise<Charged> {
  const loaded = await loadScene(world, scene);
  const charge = loaded?.membership.charge;
  if (!loaded || !charge || charge.leaseUntil > scene.at) return { kind: 'nothing_to_do' };
  const known = withoutProvider(charge);
  if (known !== undefined) return settled(world, loaded, charge, known);
  const account = loaded.configuration.payments?.value.accountId;
  const { customer: customerId } = charge;
  if (account === undefined || customerId === undefined) throw new Error(`${attemptIdOf(charge)} was asked of nobody`);
  const attempt = { attempt: attemptIdOf(charge), customerId, since: charge.claimedAt };
  const found = await world.payments.findAttempt(account, attempt);
  if (found.kind !== 'none') {
    const outcome = outcomeOf(found);
    return outcome === undefined ? unknown(world, scene, charge) : settled(world, loaded, charge, outcome);
  }
  if (mayRepeat(charge, scene.at)) return finish(world, loaded, charge);
  // A claim is as old as the message that led to it: its taker may be asking at this moment. It has until the next look.
  if (charge.state === 'charging') return unknown(world, scene, charge);
  return settled(world, loaded, charge, { kind: 'declined', declineClass: 'technical', code: 'never_arrived' });
}

/** The refusal of a try that must not be made; other errors are none. */
export const isRefusedTry = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'too_many_attempts' || error.code === 'payment_in_progress');
