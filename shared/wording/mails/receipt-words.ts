import type { InvoicePaper } from '../describe-invoice.ts';
import type { MailParties, MailWords } from './mail-words.ts';

export interface ReceiptFacts extends MailParties {
  readonly paper: InvoicePaper;
  /** Where the member can save it as a PDF; absent without a login. */
  readonly hasPortal: boolean;
  /** It can be paid by card there. */
  readonly paysOnline: boolean;
}

export interface RefundFacts extends MailParties {
  /** “Receipt AURORA-000123”; absent where no invoice was paid. */
  readonly receipt?: string | undefined;
  readonly amount: string;
  /** What goes back the way it came: to a card, or at the salon. */
  readonly back?: { readonly amount: string; readonly card?: string | undefined } | undefined;
  readonly toAccountCredit?: string | undefined;
  /** “two haircut visits”: unused, they went back with the money. */
  readonly tookBack?: string | undefined;
  /** Why all of it goes back by itself; absent where the salon decided to give it back. */
  readonly unowed?: 'duplicate' | 'already_enrolled' | undefined;
}

/** Mails about money that came or went back (rule M7). */
export interface ReceiptMails {
  readonly receipt: (facts: ReceiptFacts) => MailWords;
  /** A bill of no membership, to be paid by the reader. */
  readonly invoice: (facts: ReceiptFacts) => MailWords;
  readonly refund: (facts: RefundFacts) => MailWords;
}
