import type { CreditKind, CreditSource } from '../domain/credit-account.ts';
import type { Currency, Money } from '../domain/money.ts';
import type { Benefit } from '../domain/plan.ts';
import type { Service } from '../domain/service.ts';
import type { Interval, LocalDate } from '../domain/time.ts';
import { formatList, formatPrice, percentInWords } from './format.ts';
import type { Tongue } from './words.ts';

export type NamedService = Pick<Service, 'serviceId' | 'name' | 'oneVisit' | 'visits'>;

/** A sentence’s beginning: “one haircut visit” → “One haircut visit”. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** “Facial or Massage”. A service that has left the catalogue is named as such, never by its id. */
export function serviceNames(
  serviceIds: readonly string[],
  services: readonly NamedService[],
  { locale, words }: Tongue,
  type: 'conjunction' | 'disjunction' = 'disjunction',
): string {
  const names = serviceIds.map(
    (id) => services.find((service) => service.serviceId === id)?.name ?? words.benefits.formerService,
  );
  return formatList([...new Set(names)], locale, type);
}

/** “two haircut visits”; for several services “two visits for Facial or Massage”. */
function visitsInWords(
  units: number,
  serviceIds: readonly string[],
  services: readonly NamedService[],
  tongue: Tongue,
): string {
  const { benefits } = tongue.words;
  const only = serviceIds.length === 1 ? services.find(({ serviceId }) => serviceId === serviceIds[0]) : undefined;
  if (only !== undefined) return benefits.visits({ units, visit: only.oneVisit, visits: only.visits });
  const visits = benefits.visits({ units, ...benefits.anyVisit });
  return `${visits} ${benefits.forServices(serviceNames(serviceIds, services, tongue))}`;
}

function allowanceInWords(
  value: Money,
  serviceIds: readonly string[],
  services: readonly NamedService[],
  tongue: Tongue,
): string {
  const names = serviceNames(serviceIds, services, tongue);
  return tongue.words.benefits.spendOn(formatPrice(value, tongue.locale), names);
}

/** Credit as people say it: “two haircut visits”, “€40 to spend on Facial”. `currency` is the business’s. */
export function creditInWords(
  credit: { readonly kind: CreditKind; readonly units: number; readonly serviceIds: readonly string[] },
  currency: Currency,
  services: readonly NamedService[],
  tongue: Tongue,
): string {
  return credit.kind === 'visits'
    ? visitsInWords(credit.units, credit.serviceIds, services, tongue)
    : allowanceInWords({ amount: credit.units, currency }, credit.serviceIds, services, tongue);
}

/** A plan’s benefit of one period in words. */
export function benefitInWords(benefit: Benefit, services: readonly NamedService[], tongue: Tongue): string {
  const { words, locale } = tongue;
  switch (benefit.kind) {
    case 'visits':
      return visitsInWords(benefit.units, benefit.serviceIds, services, tongue);
    case 'allowance':
      return allowanceInWords(benefit.value, benefit.serviceIds, services, tongue);
    case 'discount': {
      const percent = percentInWords(benefit.percent, locale);
      const of =
        benefit.serviceIds.length === 0 ? undefined : serviceNames(benefit.serviceIds, services, tongue, 'conjunction');
      return words.benefits.discount(percent, of);
    }
    case 'unlimited':
      return words.benefits.unlimited(serviceNames(benefit.serviceIds, services, tongue, 'conjunction'));
    default:
      return benefit satisfies never;
  }
}

/** The period that credits belong to, so that “this month” is only said of what came with the current one. */
export function periodOf(
  buckets: readonly { readonly source: CreditSource; readonly grantedOn: LocalDate }[],
  memberships: readonly {
    readonly membershipId: string;
    readonly plan: { readonly interval: Interval };
    readonly period: { readonly start: LocalDate };
  }[],
): Interval | undefined {
  const intervals = buckets.map(({ source, grantedOn }) => {
    if (source.kind !== 'membership') return undefined;
    const from = memberships.find(({ membershipId }) => membershipId === source.membershipId);
    return from?.period.start === grantedOn ? from.plan.interval : undefined;
  });
  const [first] = intervals;
  return intervals.every((interval) => interval !== undefined && interval === first) ? first : undefined;
}
