import type { MailParties, MailRow, MailWords } from './mail-words.ts';

/** How to cancel: the salon’s addresses, and the portal for those who may do it there. */
export interface CancelFacts {
  readonly ways: readonly string[];
  readonly portal?: string | undefined;
  /** Until then it was agreed at least. */
  readonly committedUntil?: string | undefined;
}

export interface RenewalFacts extends MailParties {
  /** The last day of the trial, where the bill is the first one after it. */
  readonly trialUntil?: string | undefined;
  readonly plan: string;
  readonly day: string;
  /** Tax included. */
  readonly total: string;
  readonly tax?: string | undefined;
  /** Where account credit pays a part, or all. */
  readonly parts?: { readonly fromAccountCredit: string; readonly fromCard: string } | undefined;
  /** “Visa •••• 4242”; absent while none is on file. */
  readonly card?: string | undefined;
  /** First and last day that it pays for. */
  readonly period: string;
  readonly cancel: CancelFacts;
}

export interface CardExpiringFacts extends MailParties {
  readonly plan: string;
  readonly card: string;
  /** “08/27” */
  readonly month: string;
  readonly day: string;
  readonly amount: string;
  readonly until: string;
}

export interface CardUpdatedFacts extends MailParties {
  readonly card: string;
  /** Date and time. */
  readonly at: string;
  readonly ways: readonly string[];
}

export interface CancelledFacts extends MailParties {
  /** What the preview has shown, in the same sentences. */
  readonly rows: readonly MailRow[];
  readonly left: { readonly heading: string; readonly lines: readonly string[] };
  readonly isOver: boolean;
  readonly because?: 'payment_failed' | undefined;
  /** How it can be taken back while it runs: on that page, for those who may, and what then comes next. */
  readonly undo?:
    | {
        readonly page?: string | undefined;
        readonly nextBill?: NextBill | undefined;
        /** What becomes of the pause that was put off, as a sentence. */
        readonly pause?: string | undefined;
      }
    | undefined;
  readonly portal: string;
}

export interface NextBill {
  readonly amount: string;
  readonly day: string;
}

/** It was cancelled, and that was taken back. */
export interface GoesOnFacts extends MailParties {
  readonly plan: string;
  /** The days of the pause that it has. */
  readonly pause?: string | undefined;
  /** That another one does not come back, as a sentence. */
  readonly staysOff?: string | undefined;
  readonly nextBill?: NextBill | undefined;
  readonly cancel: CancelFacts;
}

/** Mails about a membership that renews, ends, or is paid with another card. */
export interface MembershipMails {
  readonly renewalNotice: (facts: RenewalFacts) => MailWords;
  readonly cardExpiring: (facts: CardExpiringFacts) => MailWords;
  readonly cardUpdated: (facts: CardUpdatedFacts) => MailWords;
  readonly cancelled: (facts: CancelledFacts) => MailWords;
  readonly goesOn: (facts: GoesOnFacts) => MailWords;
}
