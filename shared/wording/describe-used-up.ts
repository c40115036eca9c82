import type { CountedBenefit } from '../domain/plan.ts';
import { type NamedService, serviceNames } from './describe.ts';
import { formatPrice } from './format.ts';
import type { Tongue } from './words.ts';

/** A counted benefit of which nothing is left, and when it comes again: “You have used both facial visits.” */
export function usedUpInWords(
  benefit: CountedBenefit,
  nextOn: string | undefined,
  services: readonly NamedService[],
  tongue: Tongue,
): string {
  const { benefits } = tongue.words;
  const names = serviceNames(benefit.serviceIds, services, tongue);
  if (benefit.kind === 'allowance') {
    return benefits.amountSpent(formatPrice(benefit.value, tongue.locale), names, nextOn);
  }
  const only = benefit.serviceIds.length === 1 ? benefit.serviceIds[0] : undefined;
  const service = services.find(({ serviceId }) => serviceId === only);
  const each = (word: string) => `${word} ${benefits.forServices(names)}`;
  return benefits.visitsUsed(
    {
      units: benefit.units,
      visit: service?.oneVisit ?? each(benefits.anyVisit.visit),
      visits: service?.visits ?? each(benefits.anyVisit.visits),
    },
    nextOn,
  );
}
