import type { PdfFile } from '../../shared/contract/billing-views.ts';
import type { InvoicePaper } from '../../shared/wording/describe-invoice.ts';
import type { Tongue } from '../../shared/wording/words.ts';
import type { DocumentsInstance } from '../runtime/instance.ts';
import type { Configuration } from '../store/configuration.ts';
import { readLogo } from './logo.ts';
import { paperOf, renderPdf } from './render-pdf.ts';

/** A paper in the business's looks as a file, named after its title: “Receipt AURORA-000123.pdf”. */
export async function paperFile(
  { media }: Pick<DocumentsInstance, 'media'>,
  configuration: Configuration,
  paper: InvoicePaper,
  tongue: Tongue,
): Promise<PdfFile> {
  const { name, brand, locale } = configuration.business.value;
  const logo = await readLogo(media, brand.logo);
  const look = { name, colour: brand.colour, logo, locale: tongue.locale, paper: paperOf(locale) };
  const bytes = await renderPdf(paper, look);
  return { fileName: `${paper.title}.pdf`, base64: Buffer.from(bytes).toString('base64') };
}
