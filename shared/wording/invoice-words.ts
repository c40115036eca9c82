import type { InvoiceState } from '../contract/billing-views.ts';
import type { Payment } from '../domain/invoice.ts';

type DeskMethod = Extract<Payment, { kind: 'desk' }>['method'];

/** Amounts and days, ready to read. */
export interface InvoiceStateFacts {
  readonly due: string;
  readonly refunded: string;
  readonly paidOn: string;
  /** Nothing had to be paid. */
  readonly free: boolean;
}

/** Invoices, receipts and payments as members read them: on the page, in the PDF, in the mail. */
export interface InvoiceWords {
  /** “Receipt AURORA-000123”; without its number while it has none. */
  readonly title: Readonly<Record<'invoice' | 'receipt' | 'void', (number: string | undefined) => string>>;
  readonly stateSentence: Readonly<Record<InvoiceState, (facts: InvoiceStateFacts) => string>>;
  readonly buyer: string;
  readonly taxId: (id: string) => string;
  readonly number: string;
  readonly issuedOn: string;
  readonly paidOn: string;
  readonly period: string;
  /** First and last day, both included. */
  readonly days: (first: string, last: string) => string;

  readonly description: string;
  readonly amount: string;
  readonly enrolmentFee: string;
  readonly pauseFee: string;
  readonly accountCredit: string;
  /** What another plan, or another price of the same, costs more for the rest of a period. */
  readonly planChange: (from: string, to: string) => string;
  readonly order: string;
  readonly introductoryPrice: string;
  /** “3 × €45.00”. */
  readonly several: (quantity: number, each: string) => string;

  readonly net: string;
  /** “Sales tax 8.5%”. */
  readonly tax: (name: string, percent: string) => string;
  readonly total: string;
  readonly fromAccountCredit: string;
  readonly paidBy: (card: string) => string;
  readonly paidAtDesk: Readonly<Record<DeskMethod, string>>;
  readonly toBePaid: string;
  /** In place of a brand that nobody would recognise. */
  readonly card: string;

  readonly granted: string;
  readonly refunds: string;
  readonly refund: Readonly<Record<'pending' | 'done', (day: string) => string>>;
  readonly toAccountCredit: (amount: string) => string;
  /** Credits that went back with the money. */
  readonly tookBack: (what: string) => string;
  readonly cancelHeading: string;
  readonly cancel: (seller: string) => string;
  /** For memberships that were taken out online. */
  readonly cancelOnline: (address: string) => string;

  readonly numberFollows: string;
  readonly refundTakesDays: string;
  readonly page: (page: number, pages: number) => string;
}
