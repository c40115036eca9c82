import type { LossCause } from '../domain/loss-forecast.ts';

/** What is lost, and when, if nothing is used: units and days, never a chance. */
export interface ForecastWords {
  readonly title: string;
  readonly lead: string;
  /** Why it goes, where its last day does not say so. */
  readonly cause: Readonly<Record<Exclude<LossCause, 'last_day'>, string>>;
  /** `what` is a list of everything that stays. */
  readonly lasting: (what: string) => string;
  readonly nothing: string;
}
