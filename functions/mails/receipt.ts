import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { paperMail } from './paper-mail.ts';

/** The receipt of a payment, whole, in the mail itself (rule M7); after the payment, or asked for again (003-034). */
export const receipt = paperMail('paid', (_, { language }, facts) => ({
  kind: 'receipt',
  words: mailsIn(language).receipt.receipt(facts),
  path: '/portal/payments?show=paid',
}));
