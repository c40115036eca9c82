import type { Interval } from '../domain/time.ts';

/** How many of what: `visit` and `visits` are how people say it for the service, “haircut visit”, “haircut visits”. */
export interface Visits {
  readonly units: number;
  readonly visit: string;
  readonly visits: string;
}

export interface BenefitWords {
  /** “one haircut visit”, “two facial visits”. */
  readonly visits: (counted: Visits) => string;
  /** For credits of several services: “one visit”, “two visits”. */
  readonly anyVisit: { readonly visit: string; readonly visits: string };
  /** “You have one haircut visit remaining this month”; `period` absent for what belongs to no period. */
  readonly remaining: (what: string, units: number, period: Interval | undefined) => string;
  /** “Nothing remaining for Sauna this month”. */
  readonly noneRemaining: (services: string, period: Interval | undefined) => string;
  /** “You still have two included visits available”; at least one. */
  readonly stillAvailable: (units: number) => string;
  /** “You have used both facial visits. Two new ones come on 30 November.” `nextOn` absent when none will come. */
  readonly visitsUsed: (counted: Visits, nextOn: string | undefined) => string;
  /** “You have spent the €40 for Facial. Another €40 comes on 30 November.” */
  readonly amountSpent: (amount: string, services: string, nextOn: string | undefined) => string;
  /** “€40 to spend on facials”: `services` is a list in words. */
  readonly spendOn: (amount: string, services: string) => string;
  /** “€20 for a facial”, once it is spent. */
  readonly spentOn: (amount: string, services: string) => string;
  readonly forServices: (services: string) => string;
  readonly lastDay: (day: string) => string;
  readonly noExpiry: string;
  readonly expiresSoon: string;
  /** “Your facial visit expires on 31 March”; `what` may be a list, and `units` is how many things it names. */
  readonly expiresOn: (what: string, units: number, day: string) => string;
  /** Prescribed (001-084). True only beside the first day on which it can no longer be used, and of one benefit. */
  readonly useBeforeShownDate: string;
  /** Beside last days, which are inclusive. */
  readonly dayShownCounts: string;
  /** Where credit comes from that no plan includes. */
  readonly fromSalon: string;
  readonly discount: (percent: string, services: string | undefined) => string;
  readonly unlimited: (services: string) => string;
  readonly always: string;
  /** While nothing can be used: not yet, or on hold. */
  readonly resting: string;
  readonly more: (what: string) => string;
  readonly less: (what: string) => string;
  readonly formerService: string;
}
