import type { InvoiceState } from '../contract/billing-views.ts';
import type { OpenPayment } from '../contract/views.ts';

/** What a member can do about an open payment differs by why it is open. */
export type OpenReason = OpenPayment['reason'];

/** A payment that did not come (001-085): what happened, what to do, what it means for the benefits. */
export interface AttentionWords {
  readonly title: Readonly<Record<OpenReason, string>>;
  readonly reason: Readonly<Record<OpenReason, string>>;
  readonly dueSince: (day: string) => string;
  readonly newWithPayment: string;
  /** While something is left; `day` is the first on which it rests. */
  readonly leftRestsFrom: (day: string) => string;
  readonly resting: string;
  readonly inProgress: string;
}

export interface CardWords {
  readonly title: string;
  /** Prescribed (000-015). */
  readonly update: string;
  /** In its place while there is no card to change. */
  readonly add: string;
  readonly none: string;
  readonly expires: (month: string) => string;
  readonly expired: (month: string) => string;
  readonly expiresBeforeBill: (day: string) => string;
  readonly atSalon: string;
  /** Before leaving for the page where alone a card is entered. */
  readonly enteredSafely: string;
}

export interface CreditWords {
  readonly title: string;
  readonly explained: string;
  readonly useForRenewals: string;
  readonly used: string;
  readonly notUsed: string;
}

export interface UpcomingWords {
  /** “$96.34 on your Visa •••• 4242.” */
  readonly onCard: (amount: string, card: string) => string;
  /** While no card is on file. */
  readonly onNoCard: (amount: string) => string;
  readonly atSalon: (amount: string) => string;
  readonly allFromCredit: (amount: string) => string;
  readonly total: (amount: string) => string;
  /** `total` where the sentence before names another amount. */
  readonly includingTax: (tax: string, total: string | undefined) => string;
  readonly fromCredit: (amount: string) => string;
  readonly dueHeadline: (day: string) => string;
  readonly dueSentence: string;
}

export interface PayWords {
  /** Prescribed (004-039). */
  readonly payNow: string;
  readonly confirm: string;
  readonly title: (amount: string) => string;
  readonly question: (amount: string, card: string) => string;
  readonly pay: (amount: string) => string;
  readonly otherCard: string;
  readonly goBack: string;
  readonly close: string;
  readonly busy: string;
  readonly paid: (amount: string) => string;
  readonly declined: string;
  readonly confirmationNeeded: string;
  readonly pending: string;
  readonly nothingDue: string;
}

export interface PaymentsWords {
  readonly title: string;
  /** Prescribed (004-040, 004-041). */
  readonly open: string;
  readonly paid: string;
  readonly all: string;
  readonly tabs: string;
  readonly noneOpen: string;
  readonly nonePaid: string;
  readonly state: Readonly<Record<InvoiceState, string>>;
  readonly receiptOf: (day: string) => string;
  readonly invoiceOf: (day: string) => string;
}

export interface TopUpWords {
  readonly open: string;
  readonly title: string;
  readonly explained: string;
  readonly amount: string;
  readonly amountMissing: string;
  readonly go: string;
}

export interface ReceiptWords {
  readonly print: string;
  readonly download: string;
  readonly downloading: string;
  readonly mail: string;
  readonly mailed: (email: string) => string;
  readonly toPayments: string;
}

/** Paying: what is open, the card on file, account credit, the next charge, past payments. */
export interface BillingWords {
  readonly attention: AttentionWords;
  readonly card: CardWords;
  readonly credit: CreditWords;
  readonly upcoming: UpcomingWords;
  readonly pay: PayWords;
  readonly payments: PaymentsWords;
  readonly topUp: TopUpWords;
  readonly receipt: ReceiptWords;
}
