import type { Interval } from '../domain/time.ts';

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
  readonly end: string;
}
