import type { InvoiceWords } from '../invoice-words.ts';

const named = (what: string, number: string | undefined): string => (number === undefined ? what : `${what} ${number}`);

export const invoices: InvoiceWords = {
  title: {
    invoice: (number) => named('Invoice', number),
    receipt: (number) => named('Receipt', number),
    void: (number) => `${named('Invoice', number)} (cancelled)`,
  },
  stateSentence: {
    open: ({ due }) => `Open: ${due} is to be paid.`,
    paid: ({ paidOn, free }) => (free ? 'Nothing was to be paid.' : `Paid on ${paidOn}.`),
    void: () => 'This invoice was cancelled. Nothing is to be paid.',
    partly_refunded: ({ paidOn, refunded }) => `Paid on ${paidOn}. Of this, ${refunded} is refunded.`,
    refunded: ({ paidOn }) => `Paid on ${paidOn}, and refunded in full.`,
    disputed: ({ paidOn }) => `Paid on ${paidOn}. The bank is looking into this payment.`,
  },
  buyer: 'For',
  taxId: (id) => `Tax ID: ${id}`,
  number: 'Number',
  issuedOn: 'Date',
  paidOn: 'Paid on',
  period: 'Period covered',
  days: (first, last) => (first === last ? first : `${first} to ${last}`),

  description: 'Description',
  amount: 'Amount',
  enrolmentFee: 'Joining fee',
  pauseFee: 'Pause fee',
  accountCredit: 'Account credit',
  planChange: (from, to) =>
    from === to ? `Change of ${to}, the difference` : `Change from ${from} to ${to}, the difference`,
  order: 'Purchase at the salon',
  introductoryPrice: 'introductory price',
  several: (quantity, each) => `${quantity} × ${each}`,

  net: 'Net amount',
  tax: (name, percent) => `${name} ${percent}`,
  total: 'Total',
  fromAccountCredit: 'Paid from account credit',
  paidBy: (card) => `Paid by ${card}`,
  paidAtDesk: { cash: 'Paid in cash', terminal: 'Paid by card at the salon', transfer: 'Paid by bank transfer' },
  toBePaid: 'To be paid',
  card: 'Card',

  granted: 'Added to your balance',
  refunds: 'Refunds',
  refund: { pending: (day) => `Refund of ${day}, on its way`, done: (day) => `Refund of ${day}` },
  tookBack: (what) => `taken off your balance with it: ${what}`,
  toAccountCredit: (amount) => `${amount} of it to your account credit`,
  cancelHeading: 'How to cancel',
  cancel: (seller) => `To end the membership, please contact ${seller}.`,
  cancelOnline: (address) => `A membership that you took out online can also be ended at ${address}.`,

  numberFollows: 'The number of this document follows within a few minutes.',
  refundTakesDays: 'It can take up to ten days until a refund shows on your card statement.',
  page: (page, pages) => `Page ${page} of ${pages}`,
};
