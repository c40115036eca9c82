import { isDeepStrictEqual } from 'node:util';
import type { ChangeResult } from '../../shared/contract/plan-change-views.ts';
import type { Claim } from '../../shared/domain/claim-charge.ts';
import { quotedInvoiceId } from '../../shared/domain/ids.ts';
import type { AttemptTrigger, Payment } from '../../shared/domain/invoice.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import { chargeOfQuote, claimChange } from '../../shared/domain/plan-change-charge.ts';
import { scheduled, withoutPending } from '../../shared/domain/plan-change-effect.ts';
import type { ChangeTerms, PlanChangeQuote } from '../../shared/domain/plan-quote.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { change, type Outcome } from '../store/change.ts';
import { readyAccount } from '../store/configuration.ts';
import { announce } from '../store/event-writes.ts';
import { moneyWrites } from '../store/money-writes.ts';
import { declinedOfQuotes, type QuoteRow, readQuote, replaceQuote } from '../store/quote-rows.ts';
import type { Stored } from '../store/stored.ts';
import { finish } from './charge-membership.ts';
import type { DeskPayment } from './desk-invoice.ts';
import { nextIn, termsIn, versionNamed } from './quote-plan-change.ts';
import { afterClaim, type LoadedScene } from './scene.ts';
import { planChangeSettlement } from './settle-plan-change.ts';
import type { BillingWorld } from './world.ts';

/** Who says yes to which quote. At the desk, `method` says how today's amount was paid there. */
export interface Confirmation {
  readonly quoteId: string;
  readonly by: 'member' | 'staff';
  readonly trigger: AttemptTrigger;
  readonly desk?: Pick<DeskPayment, 'method' | 'staffId'> | undefined;
}

/** What came of it. `code` is the provider's reason for a no. */
export interface Confirmed {
  readonly result: ChangeResult;
  readonly code?: string;
  readonly invoiceId?: string;
}

/**
 * Does what a quote said, exactly, or refuses (rule PC5). The money of a card is taken by the charging protocol: a crash at
 * any point is found by the next sweep, which goes on under the same name. A quote that was confirmed before answers what
 * became of it. Refusals: `not_found`, `quote_expired`, `quote_outdated` when anything that it depends on has changed, and
 * those of `termsIn` and `claimChange`.
 */
export async function confirmChange(
  world: BillingWorld,
  load: () => Promise<LoadedScene>,
  confirmation: Confirmation,
): Promise<Confirmed> {
  const step = await change<Step>(world.table, () => confirm(world, load, confirmation), { pause: world.chance.pause });
  if (step.kind === 'answered') return step.confirmed;
  const { scene, claim } = step;
  const charged = await finish(world, afterClaim(world, scene, claim), claim.charge);
  if (charged.kind === 'pending') return { result: 'pending' };
  const stored = await readQuote(world.table, scene.slug, scene.memberId, confirmation.quoteId);
  refuseUnless(stored, 'not_found');
  return standingOf(stored.value);
}

/** Either nobody has to be asked any more, or a card is claimed and has to be. */
type Step =
  | { readonly kind: 'answered'; readonly confirmed: Confirmed }
  | { readonly kind: 'claimed'; readonly scene: LoadedScene; readonly claim: Claim };

async function confirm(
  world: BillingWorld,
  load: () => Promise<LoadedScene>,
  confirmation: Confirmation,
): Promise<Outcome<Step>> {
  const scene = await load();
  const { slug, memberId, membershipId, at, membership } = scene;
  const stored = await readQuote(world.table, slug, memberId, confirmation.quoteId);
  refuseUnless(stored?.value.quote.membershipId === membershipId, 'not_found');
  if (stored.value.confirmedAt !== undefined) {
    return { writes: [], reply: { kind: 'answered', confirmed: standingOf(stored.value) } };
  }
  const { quote } = stored.value;
  refuseUnless(at < quote.expiresAt, 'quote_expired');
  refuseOutdated(scene, stored.value, confirmation);
  if (quote.when === 'next_period') return arranged(scene, stored);
  return membership.payment === 'card'
    ? claimed(world, scene, stored, confirmation)
    : paidAtDesk(world, scene, quote, confirmation);
}

/** The same amounts, days and credits as were shown, and the same bill after them, or none of it. */
function refuseOutdated(scene: LoadedScene, { quote, next }: QuoteRow, { by }: Confirmation): void {
  const to = versionNamed(scene.configuration, quote);
  const now = { terms: termsIn(scene, to, { when: quote.when, by }), ...nextIn(scene, to, quote) };
  const shown = { terms: termsOf(quote), ...(next === undefined ? {} : { next }) };
  refuseUnless(isDeepStrictEqual(now, shown), 'quote_outdated');
}

function termsOf({
  quoteId: _,
  membershipId: __,
  madeAt: ___,
  expiresAt: ____,
  ...terms
}: PlanChangeQuote): ChangeTerms {
  return terms;
}

/** A change that waits for its bill; no money moves. */
function arranged(scene: LoadedScene, stored: Stored<QuoteRow>): Outcome<Step> {
  const { slug, memberId, membershipId, at, membership } = scene;
  const { quote } = stored.value;
  const { to, effectiveOn, quoteId } = quote;
  const subject = { membershipId, planId: to.planId, planVersion: to.version, effectiveOn, quoteId };
  const done: QuoteRow = { ...stored.value, confirmedAt: at, outcome: 'done' };
  return {
    writes: [
      scene.become(scheduled(membership, quote, { reason: 'requested', at, quoteId })),
      replaceQuote(slug, memberId, stored, done),
      announce(scene.event('membership.plan_change_scheduled', subject)),
    ],
    reply: { kind: 'answered', confirmed: standingOf(done) },
  };
}

/** Writes the charge down, before anybody is asked for money. */
async function claimed(
  world: BillingWorld,
  scene: LoadedScene,
  stored: Stored<QuoteRow>,
  { trigger }: Confirmation,
): Promise<Outcome<Step>> {
  const { slug, memberId, at, membership, snapshot, money, business, occasion, configuration } = scene;
  const { quote } = stored.value;
  refuseUnless(quote.amount === 0 || readyAccount(configuration) !== undefined, 'payments_not_connected');
  const claim = claimChange({
    membership,
    quote,
    profile: snapshot.billing.value,
    money,
    declined: await declinedOfQuotes(world.table, slug, memberId),
    trigger,
    timeZone: business.timeZone,
    occasion,
  });
  const event = scene.event('account_credit.changed', { invoiceId: claim.charge.invoiceId });
  return {
    writes: [
      scene.become(claim.membership),
      replaceQuote(slug, memberId, stored, { ...stored.value, confirmedAt: at }),
      ...moneyWrites(snapshot.money, claim.money, claim.moneyEntry, { slug, event }),
    ],
    reply: { kind: 'claimed', scene, claim },
  };
}

/** The money is there already: one step, as with a bill that is paid at the desk. */
async function paidAtDesk(
  world: BillingWorld,
  scene: LoadedScene,
  quote: PlanChangeQuote,
  { trigger, desk }: Confirmation,
): Promise<Outcome<Step>> {
  const { at } = scene;
  const { amount } = quote;
  const charge = chargeOfQuote(quote, { trigger, claimedAt: at, leaseUntil: at });
  const payment: Payment =
    amount === 0 || desk === undefined ? { kind: 'nothing_due' } : { kind: 'desk', ...desk, amount };
  const { writes, reply } = await planChangeSettlement(world, scene, charge, quote, { kind: 'succeeded', payment });
  const { invoiceId } = reply.invoice;
  return { writes, reply: { kind: 'answered', confirmed: { result: 'changed', invoiceId } } };
}

/** What became of a quote that somebody said yes to. */
function standingOf({ quote, outcome, attempt }: QuoteRow): Confirmed {
  if (outcome === undefined) return { result: 'pending' };
  if (outcome === 'done') {
    return quote.when === 'now'
      ? { result: 'changed', invoiceId: quotedInvoiceId(quote.quoteId) }
      : { result: 'scheduled' };
  }
  const code = attempt?.code === undefined ? {} : { code: attempt.code };
  return { result: attempt?.declineClass === 'authentication' ? 'confirmation_needed' : 'declined', ...code };
}

/** Takes a change back that waits for its bill. Refuses as `withoutPending`, and `payment_in_progress`. */
export function changeUndone(scene: LoadedScene): Outcome<Membership> {
  const { membership, membershipId } = scene;
  const after = withoutPending(membership);
  refuseUnless(membership.charge === undefined, 'payment_in_progress');
  const event = scene.event('membership.plan_change_undone', { membershipId });
  return { writes: [scene.become(after), announce(event)], reply: after };
}
