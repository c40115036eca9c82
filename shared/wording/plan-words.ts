import type { Interval } from '../domain/time.ts';

/** Who ends a membership: the salon, the member on this page, or whichever way it was taken out. */
export type WayOut = 'salon' | 'online' | 'either';

/** A plan’s rules in normal language (001-079): nothing here is written per plan, all of it follows from its data. */
export interface PlanWords {
  /** “€89 a month”. */
  readonly pricePer: (price: string, interval: Interval) => string;
  /** “every month”, “every 3 months”. */
  readonly each: (interval: Interval) => string;
  readonly included: (what: string, interval: Interval) => string;
  readonly youPay: (price: string, interval: Interval) => string;
  readonly renews: (interval: Interval) => string;
  /** `length` is the whole term. */
  readonly fixedTerm: (length: Interval) => string;
  /** When counted benefits expire; all of a period’s end the day before the next begins. */
  readonly expiry: (interval: Interval) => string;
  readonly order: string;
  /** How a membership of the plan ends: `either` before it is known where somebody joins. */
  readonly end: Readonly<Record<WayOut, string>>;
  readonly cancelOnline: string;
  readonly enrolmentFee: (amount: string) => string;
  /** `first` is how long the introductory price lasts. */
  readonly intro: (price: string, first: Interval, then: string) => string;
  readonly trial: (days: number) => string;
  readonly commitment: (length: Interval) => string;
}
