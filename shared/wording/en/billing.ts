import type { BillingWords } from '../billing-words.ts';

const needsAttention = 'Your membership payment needs attention';

export const billing: BillingWords = {
  attention: {
    title: {
      declined: needsAttention,
      new_card_needed: needsAttention,
      confirmation_needed: needsAttention,
      no_card: needsAttention,
      being_checked: 'Your payment is being checked',
      provider_trouble: 'Your payment will be tried again',
    },
    reason: {
      declined: 'Your bank did not approve this payment. Please pay now, or use another card.',
      new_card_needed:
        'This card can no longer be charged. Please enter a new one; the open payment is then made at once.',
      confirmation_needed:
        'Your bank asks you to confirm this payment yourself. That takes a minute, on the payment provider’s secure page.',
      no_card: 'There is no card on file. Please enter one; the open payment is then made at once.',
      being_checked:
        'We are waiting for the bank’s answer. There is nothing for you to do, and nothing is charged twice. We e-mail you as soon as we know.',
      provider_trouble:
        'The payment provider could not be reached. Your card is not the reason. There is nothing for you to do: we try again by ourselves.',
    },
    dueSince: (day) => `due since ${day}`,
    newWithPayment: 'New benefits come as soon as this is paid.',
    leftRestsFrom: (day) => `What you have left can be used before ${day}; from then on it rests.`,
    resting: 'Your benefits rest until this is paid. New ones come with the payment.',
    inProgress: 'A payment is being taken at this moment. Please look again in a minute.',
  },
  card: {
    title: 'Payment method',
    update: 'Update Payment Method',
    add: 'Add Payment Method',
    none: 'No card on file',
    expires: (month) => `Expires ${month}`,
    expired: (month) => `Expired ${month}`,
    expiresBeforeBill: (day) => `This card expires before your next bill on ${day}. Please enter your new one in time.`,
    atSalon: 'You pay at the salon.',
    enteredSafely: 'Cards are entered on the payment provider’s secure page. The salon never sees the number.',
  },
  credit: {
    title: 'Account credit',
    explained: 'Money that is yours at this salon. It does not expire.',
    useForRenewals: 'Use it for my membership first',
    used: 'Your next bill is paid from it as far as it goes.',
    notUsed: 'It stays untouched; your bills are paid in full as usual.',
  },
  upcoming: {
    onCard: (amount, card) => `${amount} will be charged to your ${card}.`,
    onNoCard: (amount) => `${amount} will be charged. There is no card on file yet.`,
    atSalon: (amount) => `You pay ${amount} at the salon.`,
    allFromCredit: (amount) => `${amount} will be taken from your account credit. Nothing is charged to your card.`,
    total: (amount) => `The bill is ${amount}.`,
    includingTax: (tax, total) => `${tax} of ${total === undefined ? 'it' : `the ${total}`} is tax.`,
    fromCredit: (amount) => `${amount} comes from your account credit.`,
    dueHeadline: (day) => `Due since ${day}`,
    dueSentence: 'As soon as this is paid, your next bill date stands here.',
  },
  pay: {
    payNow: 'Pay Now',
    confirm: 'Confirm payment',
    title: (amount) => `Pay ${amount}`,
    question: (amount, card) => `${amount} will be charged to your ${card} now.`,
    pay: (amount) => `Pay ${amount}`,
    otherCard: 'Pay with another card',
    goBack: 'Not now',
    close: 'Close',
    busy: 'We are asking your bank. This can take a few seconds.',
    paid: (amount) => `Paid. Thank you! ${amount} was received; the receipt is under Payments.`,
    declined: 'Your bank did not approve the payment. Nothing was charged. Please use another card, or ask your bank.',
    confirmationNeeded:
      'Your bank asks you to confirm this payment yourself. Nothing has been charged yet; please go on to the payment provider’s secure page.',
    pending:
      'The payment is being confirmed. There is nothing for you to do, and nothing is charged twice; we e-mail you the result.',
    nothingDue: 'This has already been paid. Nothing more was charged.',
  },
  payments: {
    title: 'Payments',
    open: 'Open',
    paid: 'Paid',
    all: 'All payments',
    tabs: 'Which payments',
    noneOpen: 'Nothing is open. Everything is paid.',
    nonePaid: 'No payments yet. Each one will be listed here, with its receipt.',
    state: {
      open: 'Open',
      paid: 'Paid',
      void: 'Cancelled',
      partly_refunded: 'Partly refunded',
      refunded: 'Refunded',
      disputed: 'With the bank',
    },
    receiptOf: (day) => `Receipt of ${day}`,
    invoiceOf: (day) => `Invoice of ${day}`,
  },
  topUp: {
    open: 'New payment',
    title: 'Pay in an amount',
    explained:
      'The amount is kept for you at this salon as account credit. Your next bills are paid from it, and you can switch that off at any time. It does not expire.',
    amount: 'Amount',
    amountMissing: 'Please enter an amount, for example 50.',
    go: 'Continue to payment',
  },
  receipt: {
    print: 'Print',
    download: 'Download PDF',
    downloading: 'The PDF is being made. One moment please.',
    mail: 'E-mail it to me',
    mailed: (email) => `It is on its way to ${email}.`,
    toPayments: 'All payments',
  },
};
