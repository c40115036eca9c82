import type { Invoice } from '../../shared/domain/invoice.ts';
import { invoiceInWords } from '../../shared/wording/describe-invoice.ts';
import type { ReceiptFacts } from '../../shared/wording/mails/receipt-words.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import { readyAccount } from '../store/configuration.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { invoiceView } from '../views/invoice-view.ts';
import { type Draft, toMember } from './member-letter.ts';

/** A mail with a whole invoice or receipt in it, for one that is in this state; `path` is where the portal shows it. */
export const paperMail = (
  state: Invoice['state'],
  draft: (
    invoice: Invoice,
    tongue: Tongue,
    facts: ReceiptFacts,
  ) => Pick<Draft, 'kind' | 'words'> & { readonly path: string },
) =>
  toMember(async ({ event, configuration, site }, { profile }, { name, tongue }, { table }) => {
    const { business: slug, subject } = event;
    const invoice = await readInvoice(table, slug, profile.memberId, String(subject.invoiceId));
    if (invoice?.value.state !== state) return 'superseded';
    const business = configuration.business.value;
    const paper = invoiceInWords(invoiceView(invoice.value, profile, configuration), {
      services: configuration.services.map(({ value }) => value),
      tongue,
      timeZone: business.timeZone,
      contact: business.contact,
      portal: `${site}/portal/plan`,
    });
    const hasPortal = profile.logins.length > 0;
    const paysOnline = hasPortal && readyAccount(configuration) !== undefined;
    const facts = { business: business.name, name, paper, hasPortal, paysOnline };
    const { path, ...letter } = draft(invoice.value, tongue, facts);
    return { ...letter, ...(hasPortal ? { url: `${site}${path}` } : {}) };
  });
