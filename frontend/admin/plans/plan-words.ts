import { type Benefit, isCounted, type PlanTerms, unitsOf } from '../../../shared/domain/plan.ts';
import { shareKept } from '../../../shared/domain/rollover.ts';
import type { TaxRule } from '../../../shared/domain/tax.ts';
import { termPayments } from '../../../shared/domain/term-payments.ts';
import type { Interval } from '../../../shared/domain/time.ts';
import { amountInWords, withTaxInWords } from '../../../shared/wording/describe-price.ts';
import { termInWords } from '../../../shared/wording/describe-terms.ts';
import type { Speech } from '../app/speech.ts';

type Terms = Pick<
  PlanTerms,
  'price' | 'interval' | 'benefits' | 'visitAllowance' | 'renewal' | 'sharing' | 'passingOn' | Starting
>;
type Starting =
  | 'enrolmentFee'
  | 'intro'
  | 'trialDays'
  | 'commitmentPeriods'
  | 'pausesExtendCommitment'
  | 'creditsAfterCancel';

/** A benefit of a plan as people say it: “2 × Haircut”, “10% off everything”. */
export function benefitWords(benefit: Benefit, nameOf: (serviceId: string) => string, speech: Speech): string {
  const words = speech.words.plans;
  const names = benefit.serviceIds.map(nameOf);
  switch (benefit.kind) {
    case 'visits':
      return words.visits(benefit.units, speech.anyOf(names));
    case 'allowance':
      return words.allowance(speech.price(benefit.value), speech.anyOf(names));
    case 'discount':
      return words.discount(benefit.percent, names.length === 0 ? words.everything : speech.allOf(names));
    case 'unlimited':
      return words.unlimited(speech.allOf(names));
    default:
      return benefit satisfies never;
  }
}

/** “€89 per month plus tax”: what a period costs where `tax` applies. */
export const priceSentence = (
  { price, interval }: Pick<PlanTerms, 'price' | 'interval'>,
  tax: TaxRule | undefined,
  speech: Pick<Speech, 'words' | 'price' | 'tongue'>,
): string =>
  withTaxInWords(speech.words.plans.priceEvery(speech.price(price), interval), price, tax, speech.tongue.words);

/** The terms of a plan in plain words, the price first. */
export function planSentences(
  terms: Terms,
  nameOf: (serviceId: string) => string,
  speech: Speech,
  tax: TaxRule | undefined,
): string[] {
  const words = speech.words.plans;
  const term = termPayments(terms, tax);
  return [
    priceSentence(terms, tax, speech),
    ...(term === undefined ? [] : termInWords({ ...terms, rules: { term } }, undefined, speech.tongue)),
    ...startSentences(terms, speech, tax),
    ...terms.benefits.map((benefit) =>
      [benefitWords(benefit, nameOf, speech), ...keptWords(benefit, terms.interval, speech)].join(', '),
    ),
    ...(terms.visitAllowance === 0 ? [] : [words.includedVisits(terms.visitAllowance)]),
    ...(terms.sharing ? [words.sharing(terms.sharing.people, terms.sharing.unitsPerPeriod)] : []),
    ...(terms.passingOn ? [words.passingOn(terms.passingOn.unitsPerPeriod)] : []),
    ...(terms.commitmentPeriods === undefined ? [] : [words.committedFor(terms.commitmentPeriods, terms.interval)]),
    ...(terms.pausesExtendCommitment ? [words.pausesExtend] : []),
    ...(terms.creditsAfterCancel ? [speech.tongue.words.terms.afterCancel(terms.creditsAfterCancel)] : []),
    terms.renewal.kind === 'until_cancelled'
      ? words.untilCancelled
      : words.fixedTerm(terms.renewal.periods, terms.interval),
  ];
}

/** What becomes of unused units, in a few words (rule C6). */
function keptWords(benefit: Benefit, interval: Interval, { words, price }: Speech): string[] {
  if (!isCounted(benefit) || benefit.rollover === undefined) return [];
  const { maxAgePeriods, maxBalance, maxPercent } = benefit.rollover;
  const w = words.plans.rollover;
  const said = (units: number) =>
    benefit.kind === 'visits' ? String(units) : price({ ...benefit.value, amount: units });
  return [
    maxAgePeriods === undefined ? w.untilUsed : w.forMore(maxAgePeriods, interval),
    ...(maxPercent === undefined ? [] : [w.ofEach(said(shareKept(unitsOf(benefit), benefit.rollover).kept))]),
    ...(maxBalance === undefined ? [] : [w.atMost(said(maxBalance))]),
  ];
}

/** What is different at the beginning: free days, an introductory price, a fee. */
function startSentences(
  { intro, enrolmentFee, trialDays, interval }: Terms,
  { words, price, tongue }: Speech,
  tax: TaxRule | undefined,
): string[] {
  const w = words.plans;
  return [
    ...(trialDays === undefined ? [] : [w.trial(trialDays)]),
    ...(intro === undefined ? [] : [w.introFor(price(intro.price), intro.periods, interval)]),
    ...(enrolmentFee === undefined ? [] : [w.fee(amountInWords(enrolmentFee, tax, tongue))]),
  ];
}
