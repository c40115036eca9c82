import type { CheckoutWords } from '../checkout-words.ts';

export const checkout: CheckoutWords = {
  result: {
    asking: 'We are asking the payment provider for the result.',
    takesLonger: 'This takes a little longer than usual. Please keep this page open.',
    paidAndActive: 'Paid. Your membership is active.',
    paid: 'Paid. Thank you!',
    received: (amount) => `${amount} was received. We have e-mailed you the receipt.`,
    credited: (amount) => `${amount} was added to your account credit. We have e-mailed you the receipt.`,
    cardSaved: 'Your new card is saved',
    cardKept: (card) => `From now on, your membership is charged to your ${card}.`,
    welcome: (business) => `Welcome to ${business}`,
    hasBegun: (plan) => `Your membership “${plan}” is set up.`,
    passwordMailed:
      'We have e-mailed you a link to set your password. It opens your own page, with your benefits, payments and receipts.',
    declined: 'The payment was not approved',
    notCharged: 'Nothing was charged. Please use another card, or ask your bank.',
    declinedWithNewCard:
      'Your new card is saved, but the bank did not approve the open payment. Nothing was charged. Please use another card, or ask your bank.',
    notJoined: 'Nothing was charged, and no membership has begun. Please try again with another card.',
    otherCard: 'Use another card',
    canClose: 'You can close this page now.',
    confirmationNeeded: 'Your bank asks for a confirmation',
    confirmNext:
      'Nothing has been charged yet. Please open your membership and press “Confirm payment”, or ask your bank.',
    pending: 'Your payment is being confirmed',
    pendingNext:
      'There is nothing for you to do, and nothing is charged twice. We e-mail you as soon as the bank has answered.',
    notFinished: 'The payment page was not finished',
    notFinishedNext: 'Nothing was charged and nothing has changed. You can go back and try again whenever you like.',
    unknown: 'We cannot find this payment',
    unknownNext: 'Perhaps the address was shortened on its way. If you have paid, you get an e-mail in any case.',
    back: 'Go back',
  },
  link: {
    title: (business) => `Your payment at ${business}`,
    amountDue: 'Amount due',
    explained: 'Enter your card, and the open payment is made at once. You then see the result right here.',
    nothingDue: 'Nothing is due at the moment. You can still enter a new card for your next payments.',
    used: 'Your card has probably been updated with it, and then there is nothing left to do. If a payment still needs attention, we send you a fresh link.',
    freshLinkSent:
      'If your membership still counts, a fresh link is on its way to the same e-mail address. It can take a few minutes.',
    incomplete: 'Please open it again from the e-mail. If that does not help, sign in, or ask the salon for a new one.',
  },
};
