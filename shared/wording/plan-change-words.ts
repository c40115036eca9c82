/** Another plan, in the portal (rules PC3 … PC7). Amounts, days and credits are written already. */
export interface PlanChangeWords {
  /** The way there. */
  readonly open: string;
  /** Why there is nothing to choose at the moment, and what to do. `day` is the first one after the pause. */
  readonly notNow: {
    readonly paused: (day: string | undefined) => string;
    readonly cancelling: string;
    readonly paymentOpen: string;
  };
  readonly title: string;
  readonly now: (plan: string, price: string) => string;
  readonly none: string;
  /** Until a day, what costs less cannot be chosen. */
  readonly cheaperFrom: (day: string) => string;
  readonly sameAsNow: (what: string) => string;
  readonly insteadOf: (what: string, before: string) => string;
  readonly added: (what: string) => string;
  readonly gone: (what: string) => string;
  readonly fromToday: string;
  readonly fromBill: (day: string) => string;
  /** For screen readers: which plan the button is about. */
  readonly choose: (way: string, plan: string) => string;
  readonly preview: (from: string, to: string) => string;
  readonly today: string;
  readonly nothingToday: string;
  readonly includingTax: (tax: string) => string;
  /** How today's amount comes about. */
  readonly shares: (facts: {
    price: string;
    to: string;
    credit: string;
    from: string;
    left: number;
    days: number;
  }) => string;
  /** The same where a new period begins today, as the interval changes. */
  readonly wholeLess: (facts: {
    price: string;
    to: string;
    credit: string;
    from: string;
    left: number;
    days: number;
  }) => string;
  readonly fromCredit: string;
  readonly onCard: (card: string) => string;
  readonly toCredit: string;
  readonly begins: string;
  readonly beginsToday: string;
  readonly nextBill: string;
  readonly noNextBill: string;
  readonly comesAtOnce: string;
  readonly keepsOld: string;
  readonly agreedUntil: (day: string) => string;
  readonly holdsUntil: (time: string) => string;
  readonly pay: (amount: string) => string;
  readonly confirmToday: string;
  readonly confirmLater: (day: string) => string;
  readonly back: string;
  readonly newest: string;
  readonly cardFirst: string;
  readonly busy: string;
  readonly changed: (plan: string) => string;
  readonly changedPaid: (plan: string, amount: string) => string;
  readonly scheduled: (plan: string, day: string) => string;
  readonly declined: string;
  readonly confirmationNeeded: string;
  readonly pending: string;
  readonly receipt: string;
  readonly done: string;
  /** What waits, and how to take it back. */
  readonly coming: (plan: string, day: string) => string;
  /** With the first bill after a pause that has no end yet. */
  readonly comingAfterPause: (plan: string) => string;
  readonly undo: string;
  readonly undone: (plan: string) => string;
  readonly undoThroughSalon: string;
}
