import type { InvoiceView } from '../contract/billing-views.ts';
import type { InvoiceLine } from '../domain/invoice.ts';
import type { TaxRule } from '../domain/tax.ts';
import { cardInWords } from './describe-card.ts';
import { formatDate, formatLastDay, formatMoney, percentOf } from './format.ts';
import type { InvoiceWords } from './invoice-words.ts';
import type { Tongue } from './words.ts';

export interface PaperAmount {
  readonly label: string;
  readonly amount: string;
  /** What the eye should find first. */
  readonly strong?: true;
}

export interface PaperRow {
  readonly description: string;
  readonly detail?: string;
  readonly amount: string;
}

type Priced = Pick<InvoiceView, 'total' | 'due' | 'net' | 'lines' | 'fromAccountCredit'> & {
  readonly payment?: InvoiceView['payment'] | undefined;
};

/** Name, then address and tax id. */
export const sellerInWords = ({ seller }: Pick<InvoiceView, 'seller'>, words: InvoiceWords): string[] => [
  seller.name,
  ...(seller.address?.split('\n') ?? []),
  ...(seller.taxId === undefined ? [] : [words.taxId(seller.taxId)]),
];

const writer =
  ({ total: { currency } }: Priced, { locale }: Tongue) =>
  (amount: number): string =>
    formatMoney({ amount, currency }, locale);

/** What was sold. A price that contains its tax stands with it, as it was offered; the others without (rule PC8). */
export function rowsInWords(invoice: Priced, tongue: Tongue): PaperRow[] {
  const money = writer(invoice, tongue);
  return invoice.lines.map((line) => ({
    ...subjectInWords(line.subject, money, tongue),
    amount: money(line.taxRule?.mode === 'exclusive' ? line.net : line.gross),
  }));
}

function subjectInWords(
  subject: InvoiceLine['subject'],
  money: (amount: number) => string,
  { locale, words }: Tongue,
): Omit<PaperRow, 'amount'> {
  const { days, introductoryPrice, enrolmentFee, pauseFee, accountCredit, planChange } = words.invoices;
  switch (subject.kind) {
    case 'period': {
      const covered = days(formatDate(subject.start, locale), formatLastDay(subject.end, locale));
      return { description: subject.plan, detail: subject.intro ? `${covered} · ${introductoryPrice}` : covered };
    }
    case 'plan_change': {
      const covered = days(formatDate(subject.start, locale), formatLastDay(subject.end, locale));
      return { description: planChange(subject.from, subject.plan), detail: covered };
    }
    case 'enrolment_fee':
      return { description: enrolmentFee, detail: subject.plan };
    case 'pause_fee':
      return { description: pauseFee, detail: subject.plan };
    case 'account_credit':
      return { description: accountCredit };
    case 'item': {
      const { text, quantity, each } = subject;
      return quantity === undefined || each === undefined
        ? { description: text }
        : { description: text, detail: words.invoices.several(quantity, money(each)) };
    }
    default:
      return subject satisfies never;
  }
}

/** From the net amount over each tax to the total, then how it was paid or what is still to be paid. */
export function totalsInWords(invoice: Priced, tongue: Tongue): PaperAmount[] {
  const words = tongue.words.invoices;
  const money = writer(invoice, tongue);
  const taxes = taxesOf(invoice.lines);
  return [
    ...(taxes.length === 0 ? [] : [{ label: words.net, amount: money(invoice.net.amount) }]),
    ...taxes.map(({ rule, tax }) => ({
      label: words.tax(rule.name, percentOf(rule.basisPoints, tongue.locale)),
      amount: money(tax),
    })),
    { label: words.total, amount: money(invoice.total.amount), strong: true },
    ...(invoice.fromAccountCredit.amount === 0
      ? []
      : [{ label: words.fromAccountCredit, amount: money(invoice.fromAccountCredit.amount) }]),
    ...paidInWords(invoice, tongue),
    ...(invoice.due.amount === 0
      ? []
      : [{ label: words.toBePaid, amount: money(invoice.due.amount), strong: true as const }]),
  ];
}

function paidInWords(invoice: Priced, tongue: Tongue): PaperAmount[] {
  const { payment } = invoice;
  const { paidBy, paidAtDesk } = tongue.words.invoices;
  const money = writer(invoice, tongue);
  switch (payment?.kind) {
    case 'card':
      return [{ label: paidBy(cardInWords(payment, tongue)), amount: money(payment.amount) }];
    case 'desk':
      return [{ label: paidAtDesk[payment.method], amount: money(payment.amount) }];
    case 'account_credit':
    case 'nothing_due':
    case undefined:
      return [];
    default:
      return payment satisfies never;
  }
}

/** What each rule adds up to, in minor units; in the order of the lines. */
function taxesOf(lines: readonly InvoiceLine[]): { readonly rule: TaxRule; readonly tax: number }[] {
  const taxes = new Map<string, { rule: TaxRule; tax: number }>();
  for (const { taxRule: rule, tax } of lines) {
    if (rule === undefined) continue;
    const key = JSON.stringify([rule.name, rule.basisPoints, rule.mode]);
    taxes.set(key, { rule, tax: (taxes.get(key)?.tax ?? 0) + tax });
  }
  return [...taxes.values()];
}
