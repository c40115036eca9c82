import type { MailParties, MailWords } from './mail-words.ts';

/** A payment that is open, ready to read. */
export interface PaymentFacts extends MailParties {
  readonly plan: string;
  readonly amount: string;
  readonly since: string;
  /** Why it did not come, and what helps: a sentence of its own. */
  readonly reason: string;
  /** The first day on which benefits rest; absent once they do. */
  readonly restsFrom?: string | undefined;
  /** True while something can be used until then. */
  readonly hasBenefitsLeft: boolean;
  /** When the card is tried again by itself, if it is. */
  readonly nextTry?: string | undefined;
  /** The day on which the membership ends if nobody pays. */
  readonly endsOn: string;
  /** The last moment of the link. */
  readonly until: string;
}

/** A link that a colleague sent, or that the member asked for; with what is open, if anything is. */
export interface PaymentLinkFacts extends MailParties {
  readonly open?: Pick<PaymentFacts, 'plan' | 'amount' | 'since'> | undefined;
  readonly until: string;
}

export type PaymentStep = 'first' | 'reminder' | 'benefits_pause' | 'on_hold' | 'final';

/** Mails about a payment that did not come (rule D2). */
export interface PaymentMails {
  readonly steps: Readonly<Record<PaymentStep, (facts: PaymentFacts) => MailWords>>;
  readonly link: (facts: PaymentLinkFacts) => MailWords;
}
