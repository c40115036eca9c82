import PDFDocument from 'pdfkit';
import { type Colour, nearestReadable } from '../../shared/domain/brand.ts';
import type { Locale } from '../../shared/domain/business.ts';
import type { InvoicePaper } from '../../shared/wording/describe-invoice.ts';
import { registerFonts } from './fonts.ts';
import { letterhead } from './letterhead.ts';
import { type Logo, openLogo } from './logo.ts';
import { pageNumbers } from './page-numbers.ts';
import { amounts, rows } from './paper-table.ts';
import { closing, opening } from './paper-text.ts';
import type { Pdf } from './pdf.ts';
import { Sheet } from './sheet.ts';
import { styles } from './styles.ts';

/** How a document looks and which language it is read aloud in. */
export interface Look {
  /** Where there is no logo. */
  readonly name: string;
  readonly colour: Colour;
  readonly logo?: Logo | undefined;
  /** The reader's, as for all the words of the paper. */
  readonly locale: Locale;
  readonly paper: PaperSize;
  /** Off in tests, which read the text. */
  readonly compress?: boolean;
}

export type PaperSize = 'A4' | 'LETTER';

/** The sheet that printers of a country hold. */
export const paperOf = (locale: Locale): PaperSize => (locale === 'en-US' || locale === 'en-CA' ? 'LETTER' : 'A4');

/**
 * The paper as a tagged PDF (PDF/UA-1): title and language, headings, tables and lists in reading order, embedded fonts.
 * The same paper and look give the same bytes.
 */
export async function renderPdf(paper: InvoicePaper, look: Look): Promise<Uint8Array> {
  const doc = openDocument(paper, look);
  registerFonts(doc);
  const sheet = new Sheet(doc);
  const style = styles(nearestReadable(look.colour));
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage();

  const logo = look.logo && openLogo(doc, look.logo);
  letterhead(sheet, root, style, { name: look.name, logo, seller: paper.seller });
  opening(sheet, root, style, paper);
  const repeat = () => sheet.set(paper.title, style.repeated, { x: sheet.left, y: 32, width: sheet.width });
  rows(sheet, root, style, paper, () => sheet.decorate(repeat, 'Pagination'));
  amounts(sheet, root, style, paper, () => sheet.decorate(repeat, 'Pagination'));
  closing(sheet, root, style, paper, () => sheet.decorate(repeat, 'Pagination'));
  pageNumbers(sheet, style, paper);

  root.end();
  doc.end();
  return bytesOf(doc);
}

function openDocument(paper: InvoicePaper, { locale, paper: size, compress = true }: Look): Pdf {
  const doc = new PDFDocument({
    size,
    margin: 0,
    compress,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    // Newer than the types.
    subset: 'PDF/UA' as 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: locale,
    // No font of the library's own: those are files beside it.
    font: null as unknown as string,
    // Our own words and a number only: the library writes them into XML as they are.
    info: { Title: paper.title, Producer: 'Regulars', Creator: 'Regulars', CreationDate: new Date(paper.date) },
  });
  return doc as Pdf;
}

async function bytesOf(doc: Pdf): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of doc) parts.push(part);
  return Buffer.concat(parts);
}
