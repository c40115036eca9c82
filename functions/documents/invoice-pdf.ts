import type { PdfFile } from '../../shared/contract/billing-views.ts';
import type { Language } from '../../shared/domain/business.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import type { Profile } from '../../shared/domain/member.ts';
import { invoiceInWords } from '../../shared/wording/describe-invoice.ts';
import { tongueOf } from '../../shared/wording/words.ts';
import type { DocumentsInstance } from '../runtime/instance.ts';
import type { Configuration } from '../store/configuration.ts';
import { invoiceView } from '../views/invoice-view.ts';
import { serviceViews } from '../views/plan-view.ts';
import { paperFile } from './paper-file.ts';

/** What to print: the invoice of a member, in a language. */
export interface InvoiceToPrint {
  readonly invoice: Invoice;
  readonly profile: Profile;
  readonly configuration: Configuration;
  readonly language: Language;
}

/** The invoice or receipt as a file, named after its title: “Receipt AURORA-000123.pdf”. */
export async function invoicePdf(
  { media, siteOf }: Pick<DocumentsInstance, 'media' | 'siteOf'>,
  { invoice, profile, configuration, language }: InvoiceToPrint,
): Promise<PdfFile> {
  const { slug, contact, locale, timeZone } = configuration.business.value;
  const tongue = tongueOf(language, locale);
  const paper = invoiceInWords(invoiceView(invoice, profile, configuration), {
    services: serviceViews(configuration),
    tongue,
    timeZone,
    contact,
    portal: `${siteOf(slug)}/portal/plan`,
  });
  return paperFile({ media }, configuration, paper, tongue);
}
