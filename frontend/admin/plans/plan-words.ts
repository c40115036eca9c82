import type { Benefit, PlanTerms } from '../../../shared/domain/plan.ts';
import type { Speech } from '../app/speech.ts';

type Terms = Pick<PlanTerms, 'price' | 'interval' | 'benefits' | 'visitAllowance' | 'renewal' | Starting>;
type Starting = 'enrolmentFee' | 'intro' | 'trialDays' | 'commitmentPeriods';

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

/** The terms of a plan in plain words, the price first. */
export function planSentences(terms: Terms, nameOf: (serviceId: string) => string, speech: Speech): string[] {
  const words = speech.words.plans;
  return [
    words.priceEvery(speech.price(terms.price), terms.interval),
    ...startSentences(terms, speech),
    ...terms.benefits.map((benefit) => benefitWords(benefit, nameOf, speech)),
    ...(terms.visitAllowance === 0 ? [] : [words.includedVisits(terms.visitAllowance)]),
    ...(terms.commitmentPeriods === undefined ? [] : [words.committedFor(terms.commitmentPeriods, terms.interval)]),
    terms.renewal.kind === 'until_cancelled'
      ? words.untilCancelled
      : words.fixedTerm(terms.renewal.periods, terms.interval),
  ];
}

/** What is different at the beginning: free days, an introductory price, a fee. */
function startSentences({ intro, enrolmentFee, trialDays, interval }: Terms, { words, price }: Speech): string[] {
  const w = words.plans;
  return [
    ...(trialDays === undefined ? [] : [w.trial(trialDays)]),
    ...(intro === undefined ? [] : [w.introFor(price(intro.price), intro.periods, interval)]),
    ...(enrolmentFee === undefined ? [] : [w.fee(price(enrolmentFee))]),
  ];
}
