import type { UpcomingCharge } from '../../shared/contract/views.ts';
import type { Membership } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import type { ChangeWish } from '../../shared/domain/plan-change.ts';
import { changedNow, scheduled } from '../../shared/domain/plan-change-effect.ts';
import { changeTerms } from '../../shared/domain/plan-change-terms.ts';
import {
  type ChangeTerms,
  type ChangeWhen,
  type PlanChangeQuote,
  quoteLifetime,
} from '../../shared/domain/plan-quote.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Outcome } from '../store/change.ts';
import { type Configuration, newestPlans, planVersionOf } from '../store/configuration.ts';
import { insertQuote, type QuoteRow } from '../store/quote-rows.ts';
import { upcomingCharge } from '../views/charge-view.ts';
import type { LoadedScene } from './scene.ts';
import type { BillingWorld } from './world.ts';

/** Another plan from a day on, wished for by the member alone or together with staff. */
export interface AskedChange {
  readonly planId: string;
  readonly when: ChangeWhen;
  readonly by: 'member' | 'staff';
}

/** What decides whether a membership can change to a plan, besides the moment. */
export const wishOf = (scene: LoadedScene, to: PlanVersion): Omit<ChangeWish, 'when'> => ({
  membership: scene.membership,
  plan: scene.plan,
  to,
  today: scene.occasion.today,
  held: scene.snapshot.memberships.map(({ value }) => value),
});

/** The version of a plan that is sold now. Refuses `not_found`. */
export function newestOf(configuration: Configuration, planId: string): PlanVersion {
  const newest = newestPlans(configuration).find((plan) => plan.planId === planId);
  refuseUnless(newest, 'not_found');
  return newest;
}

/**
 * What a change to a version means in a scene. Refuses as `changeTerms`, and `paid_at_the_desk` where a member alone would
 * owe the desk something today.
 */
export function termsIn(
  scene: LoadedScene,
  to: PlanVersion,
  { when, by }: Pick<AskedChange, 'when' | 'by'>,
): ChangeTerms {
  const { snapshot, tax, money, membership } = scene;
  const terms = changeTerms({
    ...wishOf(scene, to),
    when,
    tax,
    money,
    profile: snapshot.billing.value,
    account: snapshot.account.value,
  });
  refuseUnless(by === 'staff' || membership.payment === 'card' || terms.amount === 0, 'paid_at_the_desk');
  return terms;
}

/** The membership as the terms make it. */
export function membershipAfter(
  { membership, plan, at }: LoadedScene,
  to: PlanVersion,
  terms: ChangeTerms,
): Membership {
  return terms.when === 'now'
    ? changedNow(membership, plan, to, terms)
    : scheduled(membership, terms, { reason: 'requested', at });
}

/** How the member pays once the terms have moved account credit. */
export function payerAfter(
  { snapshot, money }: LoadedScene,
  terms: ChangeTerms,
): Pick<LoadedScene['snapshot'], 'billing' | 'money'> {
  const balance = money.balance - terms.creditApplied + terms.toAccountCredit;
  return { billing: snapshot.billing, money: { value: { ...money, balance }, version: snapshot.money?.version ?? 0 } };
}

/** The bill after the change, as it will be made. */
export function billAfter(scene: LoadedScene, to: PlanVersion, terms: ChangeTerms): UpcomingCharge | undefined {
  const { configuration, occasion } = scene;
  return upcomingCharge(membershipAfter(scene, to, terms), configuration, occasion.today, payerAfter(scene, terms));
}

/** The same as rows hold it. */
export function nextIn(scene: LoadedScene, to: PlanVersion, terms: ChangeTerms): Pick<QuoteRow, 'next'> {
  const bill = billAfter(scene, to, terms);
  return bill === undefined ? {} : { next: { on: bill.on, amount: bill.amount.amount } };
}

/**
 * Says what a change would mean, and remembers that for a quarter of an hour (rule PC5). Refuses as `termsIn`, and
 * `not_found` for a plan that is not there.
 */
export function quoted(
  { chance }: Pick<BillingWorld, 'chance'>,
  scene: LoadedScene,
  asked: AskedChange,
): Outcome<PlanChangeQuote> {
  const { slug, memberId, membershipId, at, configuration } = scene;
  const to = newestOf(configuration, asked.planId);
  const terms = termsIn(scene, to, asked);
  const quote: PlanChangeQuote = {
    quoteId: chance.newId('quote', at),
    membershipId,
    ...terms,
    madeAt: at,
    expiresAt: at + quoteLifetime,
  };
  return { writes: [insertQuote(slug, memberId, { quote, ...nextIn(scene, to, terms) })], reply: quote };
}

/** The version that a quote or a change names. Throws when the configuration does not hold it: versions never go away. */
export function versionNamed(configuration: Configuration, { to }: Pick<ChangeTerms, 'to'>): PlanVersion {
  const found = planVersionOf(configuration, to.planId, to.version);
  if (!found) throw new Error(`plan ${to.planId} version ${to.version} is missing`);
  return found;
}
