/** Joining a plan online: what is agreed to, said before anything is paid (rule 13). */
export interface JoiningWords {
  readonly join: string;
  readonly joinPlan: (plan: string) => string;
  /** To somebody who is signed in. */
  readonly addsAnother: string;
  readonly youPayToday: string;
  readonly nothingToday: string;
  readonly afterwards: string;
  readonly nextBill: (amount: string, day: string) => string;
  readonly noNextBill: string;
  readonly howItWorks: string;
  readonly aboutYou: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly phoneRule: string;
  readonly emailRule: string;
  readonly firstNameMissing: string;
  readonly lastNameMissing: string;
  readonly emailMissing: string;
  readonly phoneWrong: string;
  /** What the box says that nobody ticks for them. */
  readonly consent: (facts: ConsentFacts) => string;
  readonly consentMissing: string;
  /** What comes next: a payment, a trial, or the card alone where nothing is due now. */
  readonly goOn: Readonly<Record<'payment' | 'trial' | 'card', string>>;
  readonly passwordLater: string;
  readonly toPlans: string;
}

/** Amounts and days are written already. `today` is absent when nothing is due, `next` when no other bill follows. */
export interface ConsentFacts {
  readonly plan: string;
  readonly today?: string;
  readonly next?: { readonly amount: string; readonly day: string };
  /** How the price changes, how it renews, what is agreed at least, how it is cancelled. */
  readonly terms: readonly string[];
}

export interface AgreementWords {
  readonly joining: JoiningWords;
}
