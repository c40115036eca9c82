import type { BillAfter } from './bill-after.ts';
import type { MailParties, MailWords } from './mail-words.ts';

export interface PlanChangedFacts extends MailParties {
  readonly from: string;
  readonly to: string;
  readonly firstDay: string;
  /** What was paid for it, when anything was. */
  readonly paid?: string | undefined;
  /** What unused days were worth more, in account credit. */
  readonly toAccountCredit?: string | undefined;
  /** What came with it, each with its last day. */
  readonly came: readonly string[];
  readonly next?: BillAfter | undefined;
  readonly committedUntil?: string | undefined;
}

export interface PlanChangeComingFacts extends MailParties {
  readonly from: string;
  readonly to: string;
  readonly firstDay: string;
  readonly next?: BillAfter | undefined;
  /** How to take it back: in the portal, where the salon lets members, else by asking. */
  readonly undo: { readonly ways: readonly string[]; readonly portal: boolean };
}

export interface PlanChangeDeclinedFacts extends MailParties {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

/** Mails about another plan (rule 8). The receipt is a mail of its own. */
export interface PlanChangeMails {
  readonly changed: (facts: PlanChangedFacts) => MailWords;
  readonly coming: (facts: PlanChangeComingFacts) => MailWords;
  readonly declined: (facts: PlanChangeDeclinedFacts) => MailWords;
}
