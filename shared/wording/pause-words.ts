import type { PauseFee } from '../domain/pause-terms.ts';
import type { PendingChange } from '../domain/plan-quote.ts';

/** Pausing a membership: what it does, before it is agreed on and while it lasts (rules P1–P7). */
export interface PauseWords {
  readonly pause: string;
  readonly title: (plan: string) => string;
  readonly intro: string;
  readonly start: string;
  readonly starts: { readonly period_end: (day: string) => string; readonly now: string };
  readonly length: string;
  readonly lengths: {
    readonly one_week: string;
    readonly two_weeks: string;
    readonly one_month: string;
    readonly two_months: string;
    readonly three_months: string;
    readonly day: string;
    /** Staff only. */
    readonly open: string;
  };
  /** The last day counts. */
  readonly lastDay: string;
  readonly dayRule: (first: string, last: string) => string;
  readonly whatHappens: string;
  /** The lines beneath the picture. */
  readonly timeline: {
    readonly asNow: (lastDay: string) => string;
    readonly pause: (from: string, lastDay: string, days: number) => string;
    readonly pauseOpen: (from: string) => string;
    readonly goesOn: (day: string) => string;
    readonly goesOnWithBill: (day: string, amount: string) => string;
    readonly bill: (day: string, amount: string) => string;
    readonly billOpen: string;
    readonly ends: (lastDay: string) => string;
  };
  readonly left: string;
  /** What becomes of one credit. */
  readonly credit: {
    readonly moves: (before: string, after: string) => string;
    readonly movesByPause: string;
    readonly rests: string;
    /** It does not wait. */
    readonly inPause: { readonly until: (lastDay: string) => string; readonly forever: string };
    /** It is not of the membership, so it does not wait. */
    readonly given: (lastDay: string) => string;
    /** There is no pause any more. */
    readonly again: { readonly until: (lastDay: string) => string; readonly forever: string };
  };
  readonly discountsRest: string;
  readonly fee: {
    readonly total: (amount: string) => string;
    readonly each: Readonly<Record<PauseFee['per'], (amount: string) => string>>;
  };
  /** A change of plan that waits for its bill: nobody is spoken to. `price` as “$149 a month”. */
  readonly planChange: {
    readonly what: Readonly<Record<PendingChange['reason'], (plan: string) => string>>;
    readonly moves: (what: string, day: string, before: string) => string;
    readonly stays: (what: string, day: string) => string;
    readonly waits: (what: string) => string;
    readonly costs: (plan: string, price: string) => string;
  };
  readonly committed: (day: string) => string;
  readonly confirm: (lastDay: string) => string;
  readonly done: (from: string, lastDay: string) => string;
  readonly choose: string;

  /** A pause that runs or is to come. */
  readonly isPaused: string;
  readonly coming: (day: string) => string;
  readonly days: (from: string, lastDay: string) => string;
  readonly daysOpen: (from: string) => string;
  readonly salonClosed: string;
  readonly canUse: string;
  readonly canUseNothing: string;
  /** Of a pause to come: what expires before it does not rest (rule P3). */
  readonly canUseUntilThen: string;
  /** Of a pause in a membership that is cancelled: it goes on after it, or does not. Nobody is spoken to. */
  readonly cancelledAfter: (backOn: string, lastDay: string) => string;
  readonly cancelledWithin: (lastDay: string) => string;
  readonly nothingMore: string;
  readonly nextCharge: (amount: string, day: string) => string;
  readonly noChargeYet: string;
  readonly change: string;
  /** Of a membership that is cancelled. */
  readonly end: string;
  readonly changeTitle: string;
  readonly changeIntro: string;
  /** Of a membership that is cancelled. */
  readonly onlyResume: string;
  readonly runsThen: (lastDay: string) => string;
  readonly resume: string;
  readonly resumeExplained: string;
  readonly resumed: string;
  readonly takeBack: string;
  readonly takeBackExplained: string;
  readonly takenBack: string;
  readonly otherEnd: string;
  readonly confirmEnd: (lastDay: string) => string;
  readonly endChanged: (lastDay: string) => string;
  readonly throughSalon: string;
  readonly throughSalonChange: string;
}
