import type { InvoicePaper } from '../describe-invoice.ts';
import type { MailParties, MailWords } from './mail-words.ts';

/** Amounts and days, ready to read. */
export interface EstimateMailFacts extends MailParties {
  readonly number: string;
  readonly total: string;
  readonly validUntil: string;
  /** It replaces one that was sent before. */
  readonly isNewer: boolean;
  /** All of it, for somebody who has no portal to read it in. */
  readonly paper?: InvoicePaper | undefined;
}

/** Mails about estimates (004-047). What is offered is not in them where the portal shows it (001-071). */
export interface EstimateMails {
  /** To the client. */
  readonly sent: (facts: EstimateMailFacts) => MailWords;
  /** To a client who had accepted: nothing is to be paid. */
  readonly withdrawn: (
    facts: MailParties & { readonly number: string; readonly total: string; readonly hasPortal: boolean },
  ) => MailWords;
  /** To the business: neither who nor what. */
  readonly answered: (
    facts: MailParties & { readonly number: string; readonly kind: 'accepted' | 'declined' },
  ) => MailWords;
}
