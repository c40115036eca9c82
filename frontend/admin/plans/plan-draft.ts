import type { Currency } from '../../../shared/domain/money.ts';
import {
  type Benefit,
  includedVisits,
  isCounted,
  type PlanTerms,
  type PlanVersion,
  type RenewalRule,
} from '../../../shared/domain/plan.ts';
import { amountForTyping, readAmount } from '../../common/amounts.ts';
import { readWhole } from '../credits/units.ts';
import { type AfterCancelDraft, afterCancelDraftOf, readAfterCancel, usualAfterCancel } from './after-cancel.ts';
import { type MoreTerm, readMoreTerms } from './more-terms.ts';
import { type RolloverDraft, readRollover, rolloverDraftOf } from './rollover-draft.ts';

/** A benefit as it stands in the form; `value` is visits, an amount or percent, as typed. */
export interface BenefitDraft {
  readonly key: string;
  readonly kind: Benefit['kind'];
  readonly serviceIds: readonly string[];
  readonly value: string;
  /** How unused units are kept; absent: they end with their period. */
  readonly rollover?: RolloverDraft | undefined;
}

/** A plan as it stands in the form, exactly as typed. */
export interface PlanDraft extends AfterCancelDraft {
  readonly name: string;
  readonly tier: string;
  readonly description: string;
  readonly price: string;
  readonly count: string;
  readonly unit: PlanTerms['interval']['unit'];
  readonly benefits: readonly BenefitDraft[];
  readonly visitAllowance: string;
  readonly allowanceUnlimited: boolean;
  readonly renewal: RenewalRule['kind'];
  readonly periods: string;
  /** “More terms”: what is left empty is not part of the plan. */
  readonly enrolmentFee: string;
  readonly introPrice: string;
  readonly introPeriods: string;
  readonly trialDays: string;
  readonly commitmentPeriods: string;
  readonly pausesExtendCommitment: boolean;
  readonly sharedWith: string;
  readonly sharedUnits: string;
  readonly passedOnUnits: string;
}

/** There is a time that a pause could make longer: one that is agreed at least, or a term (rule P9). */
export const isBound = ({ renewal, commitmentPeriods }: Pick<PlanDraft, 'renewal' | 'commitmentPeriods'>): boolean =>
  renewal === 'fixed_term' || commitmentPeriods.trim() !== '';

export const emptyBenefit = (taken: readonly BenefitDraft[]): BenefitDraft => ({
  key: freeKey(taken),
  kind: 'visits',
  serviceIds: [],
  value: '1',
});

/** A key that no other benefit of the plan has: credits of a period are named after it. */
function freeKey(taken: readonly BenefitDraft[]): string {
  let number = taken.length + 1;
  while (taken.some(({ key }) => key === `benefit-${number}`)) number += 1;
  return `benefit-${number}`;
}

export const emptyPlan = (): PlanDraft => ({
  name: '',
  tier: '',
  description: '',
  price: '',
  count: '1',
  unit: 'month',
  benefits: [emptyBenefit([])],
  visitAllowance: '1',
  allowanceUnlimited: false,
  renewal: 'until_cancelled',
  periods: '12',
  enrolmentFee: '',
  introPrice: '',
  introPeriods: '',
  trialDays: '',
  commitmentPeriods: '',
  pausesExtendCommitment: false,
  sharedWith: '',
  sharedUnits: '',
  passedOnUnits: '',
  ...usualAfterCancel,
});

const typedValue = (benefit: Benefit, locale: string): string => {
  switch (benefit.kind) {
    case 'visits':
      return String(benefit.units);
    case 'allowance':
      return amountForTyping(benefit.value, locale);
    case 'discount':
      return String(benefit.percent);
    case 'unlimited':
      return '';
    default:
      return benefit satisfies never;
  }
};

const typedNumber = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** The terms of a version, to change into the next one. */
export const draftOf = (plan: PlanVersion, locale: string): PlanDraft => ({
  name: plan.name,
  tier: plan.tier,
  description: plan.description ?? '',
  price: amountForTyping(plan.price, locale),
  count: String(plan.interval.count),
  unit: plan.interval.unit,
  benefits: plan.benefits.map((benefit) => ({
    key: benefit.key,
    kind: benefit.kind,
    serviceIds: benefit.serviceIds,
    value: typedValue(benefit, locale),
    ...(isCounted(benefit) && benefit.rollover ? { rollover: rolloverDraftOf(benefit, locale) } : {}),
  })),
  visitAllowance: plan.visitAllowance === 'unlimited' ? '' : String(plan.visitAllowance),
  allowanceUnlimited: plan.visitAllowance === 'unlimited',
  renewal: plan.renewal.kind,
  periods: plan.renewal.kind === 'fixed_term' ? String(plan.renewal.periods) : '12',
  enrolmentFee: plan.enrolmentFee === undefined ? '' : amountForTyping(plan.enrolmentFee, locale),
  introPrice: plan.intro === undefined ? '' : amountForTyping(plan.intro.price, locale),
  introPeriods: typedNumber(plan.intro?.periods),
  trialDays: typedNumber(plan.trialDays),
  commitmentPeriods: typedNumber(plan.commitmentPeriods),
  pausesExtendCommitment: plan.pausesExtendCommitment ?? false,
  sharedWith: typedNumber(plan.sharing?.people),
  sharedUnits: typedNumber(plan.sharing?.unitsPerPeriod),
  passedOnUnits: typedNumber(plan.passingOn?.unitsPerPeriod),
  ...afterCancelDraftOf(plan),
});

export function readBenefit(draft: BenefitDraft, currency: Currency): Benefit | undefined {
  const benefit = readGiven(draft, currency);
  if (!benefit || !draft.rollover || !isCounted(benefit)) return benefit;
  const { rollover, problems } = readRollover(draft.rollover, benefit, currency);
  return problems.size === 0 ? { ...benefit, rollover } : undefined;
}

/** What a period gives, whatever becomes of what is not used. */
export function readGiven(draft: BenefitDraft, currency: Currency): Benefit | undefined {
  const serviceIds = [...draft.serviceIds];
  if (serviceIds.length === 0 && draft.kind !== 'discount') return undefined;
  const base = { key: draft.key, serviceIds };
  if (draft.kind === 'unlimited') return { ...base, kind: 'unlimited' };
  if (draft.kind === 'allowance') {
    const value = readAmount(draft.value, currency);
    return value && value.amount > 0 ? { ...base, kind: 'allowance', value } : undefined;
  }
  const number = readWhole(draft.value, 1, 100);
  if (number === undefined) return undefined;
  return draft.kind === 'visits'
    ? { ...base, kind: 'visits', units: number }
    : { ...base, kind: 'discount', percent: number };
}

/** The visits that the benefits add up to as far as they can be read. */
export const visitsGiven = (drafts: readonly BenefitDraft[], currency: Currency) =>
  includedVisits(drafts.map((draft) => readGiven(draft, currency)).filter((benefit) => benefit !== undefined));

/** Fields that cannot be read, by name; benefits by their key. */
export type PlanProblem =
  | 'name'
  | 'tier'
  | 'price'
  | 'count'
  | 'periods'
  | 'benefits'
  | 'visitAllowance'
  | 'afterCancelDays'
  | MoreTerm;

/** What is left to do before a plan can be published: nothing when `terms` is there (001-025). */
export function readPlan(draft: PlanDraft, currency: Currency): { terms?: PlanTerms; problems: Set<PlanProblem> } {
  const problems = new Set<PlanProblem>();
  const need = <T>(name: PlanProblem, value: T | undefined): T | undefined => {
    if (value === undefined) problems.add(name);
    return value;
  };
  const name = need('name', draft.name.trim() || undefined);
  const tier = need('tier', draft.tier.trim() || undefined);
  const price = need('price', readAmount(draft.price, currency));
  const count = need('count', readWhole(draft.count, 1, 24));
  const periods = draft.renewal === 'fixed_term' ? need('periods', readWhole(draft.periods, 1, 60)) : 0;
  const read = draft.benefits.map((benefit) => readBenefit(benefit, currency));
  const benefits = read.filter((benefit) => benefit !== undefined);
  if (benefits.length === 0 || benefits.length < read.length) problems.add('benefits');
  const afterCancel = need('afterCancelDays', readAfterCancel(draft));
  const more = readMoreTerms(draft, currency);
  for (const problem of more.problems) problems.add(problem);
  const stated = draft.allowanceUnlimited ? 'unlimited' : readWhole(draft.visitAllowance, 0, 1000);
  if (stated === undefined || stated !== visitsGiven(draft.benefits, currency)) problems.add('visitAllowance');

  if (
    problems.size > 0 ||
    name === undefined ||
    tier === undefined ||
    price === undefined ||
    count === undefined ||
    periods === undefined ||
    afterCancel === undefined ||
    stated === undefined
  ) {
    return { problems };
  }
  const description = draft.description.trim();
  return {
    problems,
    terms: {
      name,
      tier,
      ...(description === '' ? {} : { description }),
      price,
      interval: { unit: draft.unit, count },
      benefits,
      visitAllowance: stated,
      renewal: draft.renewal === 'fixed_term' ? { kind: 'fixed_term', periods } : { kind: 'until_cancelled' },
      ...more.terms,
      ...(draft.pausesExtendCommitment && isBound(draft) ? { pausesExtendCommitment: true } : {}),
      // As it is where a plan says nothing.
      ...(afterCancel.kind === 'keep_until_expiry' ? {} : { creditsAfterCancel: afterCancel }),
    },
  };
}
