import type { CancelReason } from '../domain/cancel-reason.ts';
import type { MadeOffer } from '../domain/save-offer.ts';

/**
 * What a cancellation does (rules K1, K2, K6), in the same words before it, after it and in its mail. Nobody is spoken to,
 * so that members and staff read the same. Days and amounts are written already.
 */
export interface CancellationFactWords {
  /** How a last day is said, wherever one is: “until and including 30 March”. */
  readonly untilIncluding: (day: string) => string;
  readonly endsAtOnce: string;
  readonly hasEnded: string;
  readonly neverBegins: string;
  readonly endedOn: (day: string) => string;
  readonly lastCharge: string;
  readonly stillToPay: string;
  readonly stillToPayOn: (day: string) => string;
  readonly nothingMore: string;
  readonly bills: (count: number, first: string, last: string) => string;
  readonly openPayment: string;
  readonly noLongerDue: string;
  readonly plannedPause: string;
  readonly pauseIsOff: string;
  /** Both days inclusive; without a last one while the pause has no end. */
  readonly pauseDays: (from: string, lastDay: string | undefined) => string;
  readonly pause: string;
  readonly pauseEnds: string;
  readonly paidBack: string;
  readonly paidBackAtEnd: string;
  readonly paidBackTo: Readonly<Record<'card' | 'account_credit', string>>;
  /** After where it goes, while it can still be used. */
  readonly ofUnused: (to: string) => string;
  readonly left: string;
  readonly nothingLeft: string;
  readonly usable: (until: string) => string;
  readonly usableAlways: string;
  /** In a pause that runs, until `until` as `untilIncluding` says it; `then` is what comes after it. */
  readonly rests: (until: string, then: string) => string;
  /** Its last day comes before the pause is over. */
  readonly restsToTheEnd: string;
  readonly refunded: string;
  readonly lapses: string;
}

/** Cancelling and taking that back, spoken to the member. */
export interface CancellationWords {
  readonly facts: CancellationFactWords;
  readonly cancel: string;
  readonly title: (plan: string) => string;
  readonly whatHappens: string;
  readonly confirmed: (undo: 'can_undo' | 'final') => string;
  /** When it then ends: after that day, at once, or it never begins. */
  readonly confirm: { readonly endsOn: (day: string) => string; readonly atOnce: string; readonly neverBegins: string };
  readonly keep: string;
  /** What the salon offers instead, with what it is. */
  readonly offers: Readonly<Record<MadeOffer, { readonly text: string; readonly action: string }>>;
  readonly doneTitle: (plan: string) => string;
  readonly done: string;
  readonly undo: string;
  /** Where the member cannot do it alone; the ways to reach the salon follow. */
  readonly undoThroughSalon: string;
  readonly undoExplained: (nextBill: { readonly amount: string; readonly day: string } | undefined) => string;
  /** What becomes of a pause that was put off, in the words of `pauseDays`; said to members, staff and in mails. */
  readonly undoPause: {
    /** With the last day of undoing with which it does. */
    readonly comesBack: (days: string, until: string | undefined) => string;
    readonly staysOff: (days: string) => string;
  };
  readonly undone: string;
  readonly undoneWithPause: (days: string) => string;
  readonly willNotBegin: string;
  /** `until` as `untilIncluding` says it. */
  readonly runs: (until: string) => string;
  readonly details: string;
  /** A link to where it can be. */
  readonly takeBack: string;
  readonly throughSalon: string;
  readonly comeBack: (plan: string) => string;
  readonly joinAgain: string;
  readonly comeBackThroughSalon: string;
  readonly why: string;
  readonly whyOptional: string;
  readonly reasons: Readonly<Record<Exclude<CancelReason, 'payment_failed'>, string>>;
  readonly whyThanks: string;
}
