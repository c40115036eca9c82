import type { InvoicePaper } from '../../shared/wording/describe-invoice.ts';
import type { Structure } from './pdf.ts';
import type { Sheet } from './sheet.ts';
import { hairline, type Styles } from './styles.ts';

/** What it is, how it stands, for whom, and the facts. */
export function opening(sheet: Sheet, root: Structure, style: Styles, paper: InvoicePaper): void {
  const { left: x, width } = sheet;
  const line = (tag: string, text: string, look: Styles['title'], gap: number) => {
    sheet.say(root, tag, text, look, { x, y: sheet.y, width });
    sheet.y += sheet.heightOf(text, look, width) + gap;
  };
  line('H1', paper.title, style.title, 4);
  line('P', paper.state, style.state, 26);

  const top = sheet.y;
  const half = width / 2 - 12;
  line('P', paper.buyer.heading, style.label, 2);
  for (const text of paper.buyer.lines) {
    sheet.say(root, 'P', text, style.buyer, { x, y: sheet.y, width: half });
    sheet.y += sheet.heightOf(text, style.buyer, half);
  }
  sheet.y = Math.max(sheet.y, facts(sheet, root, style, paper, top, half)) + 30;
}

function facts(sheet: Sheet, root: Structure, style: Styles, paper: InvoicePaper, top: number, width: number): number {
  const table = sheet.group(root, 'Table');
  const x = sheet.right - width;
  const labelWidth = Math.max(...paper.facts.map(([label]) => sheet.widthOf(label, style.label))) + 14;
  const valueWidth = width - labelWidth;
  let y = top;
  for (const [label, value] of paper.facts) {
    const row = sheet.group(table, 'TR');
    sheet.say(row, 'TH', label, style.label, { x, y, width: labelWidth }, { scope: 'Row' });
    sheet.say(row, 'TD', value, style.value, { x: x + labelWidth, y, width: valueWidth });
    y += Math.max(sheet.heightOf(label, style.label, labelWidth), sheet.heightOf(value, style.value, valueWidth)) + 3;
  }
  return y;
}

/** What the salon adds, credits that came with it, what was given back, how to cancel, and what else to know. */
export function closing(
  sheet: Sheet,
  root: Structure,
  style: Styles,
  { remark, granted, refunds, cancel, notes }: InvoicePaper,
  repeat: () => void,
): void {
  const back = refunds && {
    heading: refunds.heading,
    lines: refunds.lines.map(({ description, detail, amount }) =>
      [`${description}: ${amount}`, ...(detail === undefined ? [] : [detail])].join(' · '),
    ),
  };
  for (const part of [remark, granted, back, cancel]) {
    if (part) list(sheet, root, style, part, repeat);
  }
  for (const note of notes) {
    const height = sheet.heightOf(note, style.note, sheet.width);
    sheet.makeRoom(height, repeat);
    sheet.say(root, 'P', note, style.note, { x: sheet.left, y: sheet.y, width: sheet.width });
    sheet.y += height + 4;
  }
}

function list(
  sheet: Sheet,
  root: Structure,
  style: Styles,
  { heading, lines }: { readonly heading: string; readonly lines: readonly string[] },
  repeat: () => void,
): void {
  const { left: x, width } = sheet;
  const heights = lines.map((line) => sheet.heightOf(line, style.text, width));
  const headingHeight = sheet.heightOf(heading, style.heading, width) + 6;
  // A heading never stands alone at the foot of a page.
  sheet.makeRoom(headingHeight + 12 + (heights[0] ?? 0), repeat);
  sheet.rule(hairline);
  sheet.y += 12;
  sheet.say(root, 'H2', heading, style.heading, { x, y: sheet.y, width });
  sheet.y += headingHeight;
  const items = sheet.group(root, 'L');
  for (const [at, line] of lines.entries()) {
    const height = heights[at] ?? 0;
    sheet.makeRoom(height, repeat);
    sheet.say(sheet.group(items, 'LI'), 'LBody', line, style.text, { x, y: sheet.y, width });
    sheet.y += height + 4;
  }
  sheet.y += 14;
}
