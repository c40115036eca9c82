import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { paperMail } from './paper-mail.ts';

/** The bill of an order, once it has its number; not when it was paid or written off meanwhile. */
export const invoiceOfOrder = paperMail('open', ({ invoiceId }, { language }, facts) => ({
  kind: 'invoice',
  words: mailsIn(language).receipt.invoice(facts),
  path: `/portal/payments/${invoiceId}`,
}));
