import { invoiceInWords } from '../../shared/wording/describe-invoice.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { invoiceView } from '../views/invoice-view.ts';
import { toMember } from './member-letter.ts';

/** The receipt of a payment, whole, in the mail itself (rule M7); after the payment, or asked for again (003-034). */
export const receipt = toMember(async ({ event, configuration, site }, { profile }, { name, tongue }, { table }) => {
  const { business: slug, subject } = event;
  const invoice = await readInvoice(table, slug, profile.memberId, String(subject.invoiceId));
  if (invoice?.value.state !== 'paid') return 'superseded';
  const business = configuration.business.value;
  const paper = invoiceInWords(invoiceView(invoice.value, profile, configuration), {
    services: configuration.services.map(({ value }) => value),
    tongue,
    timeZone: business.timeZone,
    contact: business.contact,
    portal: `${site}/portal/plan`,
  });
  const hasPortal = profile.logins.length > 0;
  return {
    kind: 'receipt',
    words: mailsIn(tongue.language).receipt.receipt({ business: business.name, name, paper, hasPortal }),
    ...(hasPortal ? { url: `${site}/portal/payments` } : {}),
  };
});
