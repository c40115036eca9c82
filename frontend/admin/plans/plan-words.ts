import type { Benefit, PlanTerms } from '../../../shared/domain/plan.ts';
import type { Speech } from '../app/speech.ts';

type Terms = Pick<PlanTerms, 'price' | 'interval' | 'benefits' | 'visitAllowance' | 'renewal'>;

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
    ...terms.benefits.map((benefit) => benefitWords(benefit, nameOf, speech)),
    ...(terms.visitAllowance === 0 ? [] : [words.includedVisits(terms.visitAllowance)]),
    terms.renewal.kind === 'until_cancelled'
      ? words.untilCancelled
      : words.fixedTerm(terms.renewal.periods, terms.interval),
  ];
}
