import type { MailParties, MailWords } from './mail-words.ts';

/** Credits that go with one last day. */
export interface ExpiringPart {
  /** “31 March” */
  readonly day: string;
  /** “in two weeks”, from the day on which the mail leaves. */
  readonly distance: string;
  /** “Two facial visits”, each. */
  readonly what: readonly string[];
}

export interface ExpiringFacts extends MailParties {
  /** Soonest first. */
  readonly parts: readonly [ExpiringPart, ...ExpiringPart[]];
  /** How to reach the salon for an appointment. */
  readonly ways: readonly string[];
}

/** Mails about what a member can use. */
export interface CreditMails {
  readonly expiring: (facts: ExpiringFacts) => MailWords;
}
