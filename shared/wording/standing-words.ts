import type { NextBill, ShownStatus } from '../domain/standing.ts';

/** What a sentence about one membership may need, already written in the reader’s locale. */
export interface StandingFacts {
  readonly startsOn: string;
  /** True when something can still be used: after the membership’s end, credits that keep their own last day. */
  readonly hasBenefitsLeft: boolean;
  /** The day of the next bill, while there will be one. */
  readonly renewsOn?: string | undefined;
  /** The last day of a trial, while its end is a bill. */
  readonly trialUntil?: string | undefined;
  /** The last day of a membership that is cancelled and still runs, inclusive. */
  readonly lastDay?: string | undefined;
}

/** The next bill in words: `headline` stands large, `sentence` says the same in full, with the amount or the reason. */
export interface NextBillWords {
  readonly headline: string;
  readonly sentence: string;
}

export interface StandingWords {
  readonly status: Readonly<Record<ShownStatus, string>>;
  /** Paused, and to end: neither is left out. */
  readonly pausedAndCancelled: string;
  /** Whether benefits can be used now, in one breath (001-017). */
  readonly usability: Readonly<Record<ShownStatus, (facts: StandingFacts) => string>>;
  readonly nextBill: (bill: NextBill, facts: NextBillFacts) => NextBillWords;
}

export interface NextBillFacts {
  readonly amount: string;
  readonly day: (date: string) => string;
  /** True while nothing has been billed, because the membership has not begun. */
  readonly first?: boolean;
}
