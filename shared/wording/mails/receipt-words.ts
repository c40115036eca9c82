import type { InvoicePaper } from '../describe-invoice.ts';
import type { MailParties, MailWords } from './mail-words.ts';

export interface ReceiptFacts extends MailParties {
  readonly paper: InvoicePaper;
  /** Where the member can save it as a PDF; absent without a login. */
  readonly hasPortal: boolean;
}

export interface RefundFacts extends MailParties {
  /** “Receipt AURORA-000123” */
  readonly receipt: string;
  readonly amount: string;
  /** What goes back the way it came, and which way that is. */
  readonly back?: { readonly amount: string; readonly card?: string | undefined } | undefined;
  readonly toAccountCredit?: string | undefined;
  readonly isPending: boolean;
}

/** Mails about money that came or went back (rule M7). */
export interface ReceiptMails {
  readonly receipt: (facts: ReceiptFacts) => MailWords;
  readonly refund: (facts: RefundFacts) => MailWords;
}
