import type { InvoicePaper } from '../../shared/wording/describe-invoice.ts';
import type { Structure } from './pdf.ts';
import type { Sheet } from './sheet.ts';
import { hairline, type Styles } from './styles.ts';

/** Points. */
const padding = 9;
const gap = 18;
const leastAmount = 84;

/** Amounts are never broken: the widest decides how much is left for the words. */
function amountWidth(sheet: Sheet, style: Styles, { rows: sold, totals, columns }: InvoicePaper): number {
  const widths = [
    sheet.widthOf(columns.amount, style.columnAmount),
    ...sold.map(({ amount }) => sheet.widthOf(amount, style.rowAmount)),
    ...totals.map(({ amount, strong }) => sheet.widthOf(amount, strong ? style.totalAmount : style.sumAmount)),
  ];
  return Math.max(leastAmount, ...widths.map((width) => width + 2));
}

/** What was sold; on every further page below the names of the columns. */
export function rows(sheet: Sheet, root: Structure, style: Styles, paper: InvoicePaper, repeat: () => void): void {
  const { left: x } = sheet;
  const right = amountWidth(sheet, style, paper);
  const width = sheet.width - right - gap;
  const amountX = sheet.right - right;
  const table = sheet.group(root, 'Table');

  const columns = (cell: (text: string, look: Styles['column'], x: number, width: number) => void) => {
    cell(paper.columns.description, style.column, x, width);
    cell(paper.columns.amount, style.columnAmount, amountX, right);
    sheet.y += 16;
    sheet.rule(style.accent, 1);
  };
  const columnsAgain = () => {
    repeat();
    columns((text, look, at, wide) =>
      sheet.decorate(() => sheet.set(text, look, { x: at, y: sheet.y, width: wide }), 'Pagination'),
    );
  };
  const head = sheet.group(table, 'TR');
  columns((text, look, at, wide) =>
    sheet.say(head, 'TH', text, look, { x: at, y: sheet.y, width: wide }, { scope: 'Column' }),
  );

  for (const { description, detail, amount } of paper.rows) {
    const first = sheet.heightOf(description, style.row, width);
    const second = detail === undefined ? 0 : sheet.heightOf(detail, style.detail, width) + 2;
    sheet.makeRoom(first + second + 2 * padding, columnsAgain);
    const row = sheet.group(table, 'TR');
    const y = sheet.y + padding;
    const cell = sheet.group(row, 'TD');
    sheet.say(cell, 'P', description, style.row, { x, y, width });
    if (detail !== undefined) sheet.say(cell, 'P', detail, style.detail, { x, y: y + first + 2, width });
    sheet.say(row, 'TD', amount, style.rowAmount, { x: amountX, y, width: right });
    sheet.y = y + first + second + padding;
    sheet.rule(hairline);
  }
  sheet.y += 12;
}

/** From the net amount to the total and how it was paid; kept together. */
export function amounts(sheet: Sheet, root: Structure, style: Styles, paper: InvoicePaper, repeat: () => void): void {
  const right = amountWidth(sheet, style, paper);
  const amountX = sheet.right - right;
  const labelWidth = 190;
  const x = amountX - gap - labelWidth;
  const lines = paper.totals.map(({ label, amount, strong }) => {
    const [look, figures] = strong ? [style.total, style.totalAmount] : [style.sum, style.sumAmount];
    return { label, amount, strong, look, figures, height: sheet.heightOf(label, look, labelWidth) };
  });
  const whole = lines.reduce((sum, { height, strong }) => sum + height + (strong ? 14 : 6), 0);
  sheet.makeRoom(whole, repeat);

  const table = sheet.group(root, 'Table');
  for (const [at, { label, amount, strong, look, figures, height }] of lines.entries()) {
    if (strong && at > 0) {
      sheet.y += 2;
      sheet.rule(hairline, 0.75, x);
      sheet.y += 6;
    }
    const row = sheet.group(table, 'TR');
    sheet.say(row, 'TH', label, look, { x, y: sheet.y, width: labelWidth }, { scope: 'Row' });
    sheet.say(row, 'TD', amount, figures, { x: amountX, y: sheet.y, width: right });
    sheet.y += height + 6;
  }
  sheet.y += 22;
}
