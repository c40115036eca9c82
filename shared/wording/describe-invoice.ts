import type { InvoiceSummary, InvoiceView } from '../contract/billing-views.ts';
import type { BusinessContact } from '../domain/business.ts';
import type { GrantedCredit } from '../domain/invoice.ts';
import type { Currency } from '../domain/money.ts';
import type { LocalDate } from '../domain/time.ts';
import { capital, creditInWords, type NamedService } from './describe.ts';
import {
  type PaperAmount,
  type PaperRow,
  rowsInWords,
  sellerInWords,
  totalsInWords,
} from './describe-invoice-amounts.ts';
import { formatDate, formatInstantDay, formatLastDay, formatList, formatMoney } from './format.ts';
import type { InvoiceWords } from './invoice-words.ts';
import { phoneForReading } from './phone.ts';
import type { Tongue } from './words.ts';

/** A heading and what stands below it. */
export interface PaperPart<Line> {
  readonly heading: string;
  readonly lines: readonly Line[];
}

/**
 * An invoice, receipt or estimate as people see it, everywhere: on the page, in the PDF, in the mail (rule M7). All of it is ready
 * to read, in the reader’s language. `date` is for machines: the day on which the document became what it says.
 */
export interface InvoicePaper {
  readonly kind: 'invoice' | 'receipt' | 'void' | 'estimate';
  readonly date: LocalDate;
  readonly title: string;
  readonly state: string;
  /** Name, then address and tax id. */
  readonly seller: readonly string[];
  readonly buyer: PaperPart<string>;
  /** Label and value: number, days, period. */
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: { readonly description: string; readonly amount: string };
  readonly rows: readonly PaperRow[];
  readonly totals: readonly PaperAmount[];
  /** What the salon adds to an estimate. */
  readonly remark: PaperPart<string> | undefined;
  /** Credits that came with the payment, each with its last day. */
  readonly granted: PaperPart<string> | undefined;
  readonly refunds: PaperPart<PaperRow> | undefined;
  readonly cancel: PaperPart<string> | undefined;
  readonly notes: readonly string[];
  /** “Page 1 of 2”. */
  readonly page: InvoiceWords['page'];
}

export interface PaperContext {
  readonly services: readonly NamedService[];
  readonly tongue: Tongue;
  /** The business’s zone. */
  readonly timeZone: string;
  /** How to reach the business, for those who want to cancel. */
  readonly contact?: BusinessContact | undefined;
  /** Where members who joined online cancel. */
  readonly portal?: string | undefined;
}

/** What a payment was for, in a few words: “Gold”, “Account credit”. */
export function invoiceLabel(
  { kind, plan, title }: Pick<InvoiceSummary, 'kind' | 'plan' | 'title'>,
  { words }: Tongue,
): string {
  if (plan !== undefined) return plan;
  if (title !== undefined) return title;
  return kind === 'account_credit' ? words.invoices.accountCredit : words.invoices.order;
}

/** The whole document in words. */
export function invoiceInWords(invoice: InvoiceView, context: PaperContext): InvoicePaper {
  const { tongue } = context;
  const words = tongue.words.invoices;
  const kind = invoice.state === 'open' ? 'invoice' : invoice.state === 'void' ? 'void' : 'receipt';
  return {
    kind,
    date: invoice.paidOn ?? invoice.issuedOn,
    title: words.title[kind](invoice.number),
    state: stateInWords(invoice, tongue),
    seller: sellerInWords(invoice, words),
    buyer: { heading: words.buyer, lines: [invoice.buyer] },
    facts: factsInWords(invoice, tongue),
    columns: { description: words.description, amount: words.amount },
    rows: rowsInWords(invoice, tongue),
    totals: totalsInWords(invoice, tongue),
    remark: undefined,
    granted: grantedInWords(invoice, context),
    refunds: refundsInWords(invoice, context),
    cancel: invoice.membershipId !== undefined && kind !== 'void' ? cancelInWords(invoice, context) : undefined,
    notes: [
      ...(invoice.number === undefined ? [words.numberFollows] : []),
      ...(invoice.refunds.some(({ state }) => state === 'pending') ? [words.refundTakesDays] : []),
    ],
    page: words.page,
  };
}

function stateInWords(invoice: InvoiceView, { locale, words }: Tongue): string {
  return words.invoices.stateSentence[invoice.state]({
    due: formatMoney(invoice.due, locale),
    refunded: formatMoney(invoice.refunded, locale),
    paidOn: formatDate(invoice.paidOn ?? invoice.issuedOn, locale),
    free: invoice.total.amount === 0,
  });
}

function factsInWords(invoice: InvoiceView, { locale, words }: Tongue): (readonly [string, string])[] {
  const { number, issuedOn, paidOn, period, days } = words.invoices;
  const day = (date: LocalDate) => formatDate(date, locale);
  const covered = invoice.lines.flatMap(({ subject }) => (subject.kind === 'period' ? [subject] : []))[0];
  return [
    ...(invoice.title === undefined ? [] : [[words.estimates.subject, invoice.title] as const]),
    ...(invoice.number === undefined ? [] : [[number, invoice.number] as const]),
    [issuedOn, day(invoice.issuedOn)],
    ...(invoice.paidOn === undefined ? [] : [[paidOn, day(invoice.paidOn)] as const]),
    ...(covered === undefined ? [] : [[period, days(day(covered.start), formatLastDay(covered.end, locale))] as const]),
  ];
}

function grantedInWords({ grants, total }: InvoiceView, context: PaperContext): InvoicePaper['granted'] {
  const { tongue, services } = context;
  const { benefits, invoices } = tongue.words;
  if (grants.length === 0) return undefined;
  const lines = grants.map((grant) => {
    const what = capital(creditInWords(grant, total.currency, services, tongue));
    const until =
      grant.expiresOn === undefined ? benefits.noExpiry : benefits.lastDay(formatDate(grant.expiresOn, tongue.locale));
    return `${what} · ${until}`;
  });
  return { heading: invoices.granted, lines };
}

/** Credits that went back with money: “two haircut visits and €40 to spend on Facial”. */
export const tookBackInWords = (
  credits: readonly Omit<GrantedCredit, 'bucketId'>[],
  currency: Currency,
  services: readonly NamedService[],
  tongue: Tongue,
): string =>
  formatList(
    credits.map((credit) => creditInWords(credit, currency, services, tongue)),
    tongue.locale,
    'conjunction',
  );

/** A refund that failed is nobody’s business but the salon’s: it will be tried in another way. */
function refundsInWords(
  { refunds, total }: InvoiceView,
  { tongue, timeZone, services }: PaperContext,
): InvoicePaper['refunds'] {
  const { invoices } = tongue.words;
  const money = (amount: number) => formatMoney({ amount, currency: total.currency }, tongue.locale);
  const lines = refunds.flatMap(({ state, at, amount, toAccountCredit, tookBack }) => {
    if (state === 'failed') return [];
    const description = invoices.refund[state](formatInstantDay(at, timeZone, tongue.locale));
    const details = [
      ...(toAccountCredit === 0 ? [] : [invoices.toAccountCredit(money(toAccountCredit))]),
      ...(tookBack.length === 0
        ? []
        : [invoices.tookBack(tookBackInWords(tookBack, total.currency, services, tongue))]),
    ];
    const detail = details.length === 0 ? {} : { detail: details.join(' · ') };
    return [{ description, ...detail, amount: money(-amount) }];
  });
  return lines.length === 0 ? undefined : { heading: invoices.refunds, lines };
}

function cancelInWords({ seller }: InvoiceView, { tongue, contact, portal }: PaperContext): PaperPart<string> {
  const { cancelHeading, cancel, cancelOnline } = tongue.words.invoices;
  const phone = contact?.phone && phoneForReading(contact.phone);
  const ways = [contact?.email, phone, contact?.website?.replace('https://', '')];
  const known = ways.filter((way) => way !== undefined);
  return {
    heading: cancelHeading,
    lines: [
      cancel(seller.name),
      ...(known.length === 0 ? [] : [known.join(' · ')]),
      ...(portal === undefined ? [] : [cancelOnline(portal)]),
    ],
  };
}
