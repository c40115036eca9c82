import { type CountedBenefit, unitsOf } from '../domain/plan.ts';
import { shareKept } from '../domain/rollover.ts';
import type { Interval } from '../domain/time.ts';
import { type NamedService, serviceNames } from './describe.ts';
import { formatPrice } from './format.ts';
import type { Tongue } from './words.ts';

/** What becomes of unused units of a benefit (rule C6); undefined when they end with their period. */
export function rolloverInWords(
  benefit: CountedBenefit,
  interval: Interval,
  services: readonly NamedService[],
  tongue: Tongue,
): string | undefined {
  const { rollover } = benefit;
  if (rollover === undefined) return undefined;
  const { maxAgePeriods, maxBalance, maxPercent } = rollover;
  const { kept } = shareKept(unitsOf(benefit), rollover);
  const said = (units: number): string =>
    benefit.kind === 'visits'
      ? new Intl.NumberFormat(tongue.locale).format(units)
      : formatPrice({ ...benefit.value, amount: units }, tongue.locale);
  return tongue.words.plans.kept({
    what: whatIsKept(benefit, services, tongue),
    isMoney: benefit.kind === 'allowance',
    ...(maxAgePeriods === undefined ? {} : { longer: { ...interval, count: interval.count * maxAgePeriods } }),
    ...(maxPercent === undefined ? {} : { share: said(kept) }),
    ...(maxBalance === undefined ? {} : { most: said(maxBalance) }),
    interval,
  });
}

/** “facial visits”, “visits for Facial or Massage”, and of money what it is for. */
function whatIsKept(benefit: CountedBenefit, services: readonly NamedService[], tongue: Tongue): string {
  const { benefits } = tongue.words;
  const names = serviceNames(benefit.serviceIds, services, tongue);
  if (benefit.kind === 'allowance') return names;
  const [only, ...others] = benefit.serviceIds;
  const service = others.length === 0 ? services.find(({ serviceId }) => serviceId === only) : undefined;
  return service?.visits ?? `${benefits.anyVisit.visits} ${benefits.forServices(names)}`;
}
