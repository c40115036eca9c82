import type { TaxRule } from '../domain/tax.ts';
import type { Interval } from '../domain/time.ts';

/** Who ends a membership: the salon, the member on this page, or whichever way it was taken out. */
export type WayOut = 'salon' | 'online' | 'either';

/** What becomes of unused units of a benefit; numbers and amounts are in words already. */
export interface Kept {
  /** “facial visits”, or the services that money is for. */
  readonly what: string;
  readonly isMoney: boolean;
  /** How much longer they can be used; absent: until they are used. */
  readonly longer?: Interval | undefined;
  /** Of one period, at most. */
  readonly share?: string | undefined;
  /** In all, at most. */
  readonly most?: string | undefined;
  readonly interval: Interval;
}

/** A plan’s rules in normal language (001-079): nothing here is written per plan, all of it follows from its data. */
export interface PlanWords {
  /** “€89 a month”. */
  readonly pricePer: (price: string, interval: Interval) => string;
  /** “every month”, “every 3 months”. */
  readonly each: (interval: Interval) => string;
  readonly included: (what: string, interval: Interval) => string;
  /** A price with what tax does to it: added, or in it already. */
  readonly withTax: Readonly<Record<TaxRule['mode'], (price: string, tax: string) => string>>;
  readonly youPay: (price: string, interval: Interval) => string;
  /** `tax` is “Sales tax 8.5%”, `gross` what is paid in the end. */
  readonly youPayTaxed: Readonly<
    Record<TaxRule['mode'], (gross: string, interval: Interval, price: string, tax: string) => string>
  >;
  readonly renews: (interval: Interval) => string;
  /** `length` is the whole term. */
  readonly fixedTerm: (length: Interval) => string;
  /** When counted benefits expire; all of a period’s end the day before the next begins. */
  readonly expiry: (interval: Interval) => string;
  /** Beside benefits that are kept for longer: what ends with its period all the same. */
  readonly expiryOfOthers: (interval: Interval) => string;
  /** “Unused facial visits are kept for one more month, at most six in all.” */
  readonly kept: (kept: Kept) => string;
  readonly order: string;
  /** How a membership of the plan ends: `either` before it is known where somebody joins. */
  readonly end: Readonly<Record<WayOut, string>>;
  /** How another plan is chosen. */
  readonly change: Readonly<Record<'salon' | 'online', string>>;
  readonly cancelOnline: string;
  readonly enrolmentFee: (amount: string) => string;
  /** `first` is how long the introductory price lasts. */
  readonly intro: (price: string, first: Interval, then: string) => string;
  /** `free`: whoever cancels during it pays nothing. */
  readonly trial: (days: number, free: boolean) => string;
  /** The same in a few words, beside the price. */
  readonly freeDays: (days: number) => string;
  readonly commitment: (length: Interval) => string;
}
