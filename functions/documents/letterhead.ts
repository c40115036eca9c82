import type { Image, Structure } from './pdf.ts';
import type { Sheet } from './sheet.ts';
import type { Styles } from './styles.ts';

/** Points. */
const band = 6;
const logoBox = { width: 170, height: 52 } as const;
/** Address lines that stand under each other; more run on. */
const mostLines = 7;

/** A band of the brand's colour, the logo or the name, and who sells. */
export function letterhead(
  sheet: Sheet,
  root: Structure,
  style: Styles,
  {
    name,
    logo,
    seller,
  }: { readonly name: string; readonly logo: Image | undefined; readonly seller: readonly string[] },
): void {
  sheet.decorate((doc) => doc.rect(0, 0, doc.page.width, band).fill(style.accent));
  const half = sheet.width / 2 - 12;
  const ownBottom = logo ? drawLogo(sheet, root, logo, name) : writeName(sheet, root, style, name, half);

  const x = sheet.right - half;
  const [title = name, ...rest] = seller;
  const lines = rest.length > mostLines ? [rest.join(', ')] : rest;
  let { y } = sheet;
  for (const [text, look] of [
    [title, style.sellerName] as const,
    ...lines.map((line) => [line, style.seller] as const),
  ]) {
    sheet.say(root, 'P', text, look, { x, y, width: half });
    y += sheet.heightOf(text, look, half) + 1;
  }
  sheet.y = Math.max(ownBottom, y) + 40;
}

function writeName(sheet: Sheet, root: Structure, style: Styles, name: string, width: number): number {
  sheet.say(root, 'P', name, style.name, { x: sheet.left, y: sheet.y, width });
  return sheet.y + sheet.heightOf(name, style.name, width);
}

function drawLogo(sheet: Sheet, root: Structure, logo: Image, name: string): number {
  const scale = Math.min(logoBox.width / logo.width, logoBox.height / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  const { left: x, y, doc } = sheet;
  const options = { alt: name, bbox: [x, y, x + width, y + height] } as const;
  root.add(doc.struct('Figure', options, () => doc.image(logo as never, x, y, { width, height })));
  return y + height;
}
