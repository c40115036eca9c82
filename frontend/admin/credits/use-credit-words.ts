import type { ServiceView } from '../../../shared/contract/views.ts';
import type { BenefitKind, CreditKind } from '../../../shared/domain/credit-account.ts';
import { percentInWords } from '../../../shared/wording/format.ts';
import { useDesk } from '../app/desk.ts';
import { useSpeech } from '../app/page.ts';

interface EntryFacts {
  readonly creditKind: BenefitKind;
  readonly quantity: number;
  readonly serviceIds: readonly string[];
  readonly serviceId?: string | undefined;
  readonly percent?: number | undefined;
}

/** How credits are said: “3 haircut visits”, “€40 for Haircut or Facial”. */
export function useCreditWords(services: readonly ServiceView[]) {
  const speech = useSpeech();
  const { currency } = useDesk().settings.business;
  const find = (id: string) => services.find(({ serviceId }) => serviceId === id);
  const nameOf = (id: string) => find(id)?.name ?? '–';
  const namesOf = (ids: readonly string[]) => speech.anyOf(ids.map(nameOf));

  /** The number alone, for a place where the service is clear: “3”, “€40”. */
  const amount = (kind: CreditKind, units: number) =>
    kind === 'visits' ? String(units) : speech.price({ amount: Math.max(units, 0), currency });

  function amountOf(kind: CreditKind, units: number, serviceIds: readonly string[]): string {
    const [only, ...others] = serviceIds;
    const service = only === undefined || others.length > 0 ? undefined : find(only);
    if (kind === 'allowance') return speech.words.plans.allowance(amount(kind, units), namesOf(serviceIds));
    if (!service) return speech.words.credits.visitsFor(units, namesOf(serviceIds));
    return `${units} ${units === 1 ? service.oneVisit : service.visits}`;
  }
  /** What is taken for one service: “1 haircut visit”, “€20”. */
  const taken = (kind: CreditKind, units: number, serviceId: string) =>
    kind === 'visits' ? amountOf(kind, units, [serviceId]) : amount(kind, units);
  /** What a line of the history is about: a credit with its number, or the service that a discount or no number is for. */
  function entryOf(entry: EntryFacts): { readonly what: string; readonly number: string } {
    const { creditKind, quantity, percent } = entry;
    const serviceIds = entry.serviceId ? [entry.serviceId] : entry.serviceIds;
    if (creditKind === 'visits' || creditKind === 'allowance') {
      return { what: amountOf(creditKind, quantity, serviceIds), number: amount(creditKind, quantity) };
    }
    const off = percent === undefined ? '' : percentInWords(percent, speech.locale);
    return { what: namesOf(serviceIds), number: off };
  }
  return { entryOf, taken, nameOf, namesOf, amount, amountOf };
}
