import type { InvoicePaper } from '../../shared/wording/describe-invoice.ts';
import type { Sheet } from './sheet.ts';
import type { Styles } from './styles.ts';

/** Who sells, and which page of how many, at the foot of each page. */
export function pageNumbers(sheet: Sheet, style: Styles, { seller, page }: InvoicePaper): void {
  const { doc, left: x } = sheet;
  const { start, count } = doc.bufferedPageRange();
  const numberWidth = 120;
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at);
    const y = doc.page.height - 36;
    sheet.decorate(() => {
      sheet.set(seller[0] ?? '', style.foot, { x, y, width: sheet.width - numberWidth }, { oneLine: true });
      sheet.set(page(at + 1, count), style.footRight, { x: sheet.right - numberWidth, y, width: numberWidth });
    }, 'Pagination');
  }
}
