import type { BenefitKind, EntryKind } from '../domain/credit-account.ts';
import type { Currency } from '../domain/money.ts';
import { capital, creditInWords, type NamedService, serviceNames } from './describe.ts';
import { formatPrice, percentInWords } from './format.ts';
import type { Tongue } from './words.ts';

interface EntryFacts {
  readonly kind: EntryKind;
  /** What it did to the balance, with its sign. */
  readonly units: number;
  /** How many it speaks of. */
  readonly quantity: number;
  readonly creditKind: BenefitKind;
  readonly serviceIds: readonly string[];
  /** The one that was used, where one was. */
  readonly serviceId?: string | undefined;
  /** Of a discount. */
  readonly percent?: number | undefined;
}

/** What a line of the history is about: “One haircut visit”, “€20 for Facial”, “One haircut visit less”. */
export function entryInWords(
  entry: EntryFacts,
  currency: Currency,
  services: readonly NamedService[],
  tongue: Tongue,
): string {
  const { benefits } = tongue.words;
  const units = entry.quantity;
  const serviceIds = entry.serviceId === undefined ? entry.serviceIds : [entry.serviceId];
  if (entry.kind === 'CONSUME' && entry.creditKind === 'allowance') {
    return benefits.spentOn(
      formatPrice({ amount: units, currency }, tongue.locale),
      serviceNames(serviceIds, services, tongue),
    );
  }
  if (entry.creditKind === 'unlimited' || entry.creditKind === 'discount') {
    return uncountedInWords(entry, serviceNames(serviceIds, services, tongue), tongue);
  }
  if (units === 0) return serviceNames(serviceIds, services, tongue);
  const what = capital(creditInWords({ kind: entry.creditKind, units, serviceIds }, currency, services, tongue));
  if (entry.kind !== 'ADJUST' && entry.kind !== 'CORRECT') return what;
  return entry.units < 0 ? benefits.less(what) : benefits.more(what);
}

/** “15% off Facial”, “Sauna”. */
function uncountedInWords({ creditKind, percent }: EntryFacts, names: string, { words, locale }: Tongue): string {
  if (creditKind === 'unlimited' || percent === undefined) return names;
  return words.benefits.discount(percentInWords(percent, locale), names);
}
