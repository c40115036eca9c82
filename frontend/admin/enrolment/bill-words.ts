import type { InvoiceLine } from '../../../shared/domain/invoice.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { TaxRule } from '../../../shared/domain/tax.ts';
import type { Speech } from '../app/speech.ts';
import type { FirstBill } from './preview.ts';

/** A bill line by line, as offered: “€129.00 Signature”, “€49.00 joining fee”, “includes €28.42 VAT”. */
export function billLines(
  { lines, tax }: Pick<FirstBill, 'lines' | 'tax'>,
  rule: TaxRule | undefined,
  currency: Currency,
  { words, money }: Pick<Speech, 'words' | 'money'>,
): string[] {
  const w = words.plans;
  const write = (amount: number) => money({ amount, currency });
  const said = lines.map((line) => lineWords(line, write(rule?.mode === 'exclusive' ? line.net : line.gross), w));
  if (rule === undefined) return said;
  return [...said, (rule.mode === 'exclusive' ? w.taxLine : w.taxWithin)(rule.name, write(tax))];
}

function lineWords({ subject }: InvoiceLine, amount: string, w: Speech['words']['plans']): string {
  if (subject.kind === 'period') return (subject.intro ? w.introLine : w.periodLine)(amount, subject.plan);
  return subject.kind === 'enrolment_fee' ? w.feeLine(amount) : amount;
}
