import { type Benefit, isCounted, type PlanTerms } from '../domain/plan.ts';
import { type ComparedBenefit, isSameInterval } from '../domain/plan-comparison.ts';
import { benefitInWords, capital, type NamedService } from './describe.ts';
import type { Tongue } from './words.ts';

/** A comparison, as the domain makes it and as replies hold it. */
type Compared = { readonly [Key in keyof ComparedBenefit]: ComparedBenefit[Key] | undefined };

/** One line of a plan beside the own one: what is new, more, less, the same, or gone. Periods are named where they differ. */
export function comparedInWords(
  { verdict, before, after }: Compared,
  plans: { readonly from: Pick<PlanTerms, 'interval'>; readonly to: Pick<PlanTerms, 'interval'> },
  services: readonly NamedService[],
  tongue: Tongue,
): string {
  const { planChange, plans: words } = tongue.words;
  const { from, to } = plans;
  const isTold = (benefit: Benefit) => isCounted(benefit) && !isSameInterval(from.interval, to.interval);
  const say = (benefit: Benefit, { interval }: Pick<PlanTerms, 'interval'>) => {
    const what = benefitInWords(benefit, services, tongue);
    return isTold(benefit) ? words.included(what, interval) : what;
  };
  const was = before && say(before, from);
  const is = after && capital(say(after, to));
  if (after === undefined || is === undefined) return planChange.gone(was ?? '');
  if (was === undefined) return planChange.added(is);
  return verdict === 'same' && !isTold(after) ? planChange.sameAsNow(is) : planChange.insteadOf(is, was);
}
