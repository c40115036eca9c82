import type { MailParties, MailWords } from './mail-words.ts';

export interface NewVersionFacts extends MailParties {
  readonly plan: string;
  /** The day of the first bill by it. */
  readonly firstDay: string;
  /** The last day on which cancelling means that this bill never comes. */
  readonly lastDayBefore: string;
  /** What a period costs, in one breath. */
  readonly before: string;
  readonly after: string;
  readonly price: 'more' | 'less' | 'same';
  /** The amount of that bill, tax included. */
  readonly firstBill: string;
  /** Absent where the salon takes the money itself. */
  readonly card?: string | undefined;
  /** What is more, less or gone, a line each. */
  readonly different: readonly string[];
  readonly cancel: { readonly ways: readonly string[]; readonly portal?: string | undefined };
}

export interface NewVersionOffFacts extends MailParties {
  readonly plan: string;
  /** What a period costs, as before. */
  readonly price: string;
  readonly next?: { readonly amount: string; readonly day: string } | undefined;
}

/** Mails to members who are moved to a new version of their plan (rule PC2). */
export interface NewVersionMails {
  readonly coming: (facts: NewVersionFacts) => MailWords;
  readonly off: (facts: NewVersionOffFacts) => MailWords;
}
