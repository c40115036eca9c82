/** Refunds that did not arrive. */
export const refunds = {
  title: 'Refunds that did not arrive',
  hint: 'The bank did not take this money, for example because the card is closed. It is still the client’s.',
  since: (day: string) => `since ${day}`,
  again: { card: 'Try the card again', account_credit: 'Give as account credit' },
  effect: {
    card: (amount: string, name: string) =>
      `${amount} goes to the card of ${name} once more. If it is refused again, it comes back to this list.`,
    account_credit: (amount: string, name: string) =>
      `${amount} is added to the account credit of ${name} at once. It pays coming bills.`,
  },
  settled: (amount: string) => `${amount} is on its way.`,
  refusedAgain: 'The card refused it again.',
};
