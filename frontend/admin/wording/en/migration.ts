/** Moving members of a plan to its new version. */
export const migration = {
  keep: 'Stays on this version',
  keepTitle: 'Stay on this version?',
  keepNot: 'No, move with the others',
  keepLead: (plan: string) =>
    `The membership keeps the price and the terms of ${plan} that it has now, also when others are moved later. Who had been told of a change gets an e-mail that it does not take place.`,
  keptNow: (plan: string) => `The membership keeps its version of ${plan}.`,
  keeps: 'Stays on its version when others are moved.',
  release: 'May be moved again',
  releasedNow: 'The membership can be moved with the others again.',
  comingAfterPause: (plan: string, price: string) =>
    `The newer version of ${plan} applies from the first bill after the pause on: ${price}.`,
  comingTo: (plan: string, date: string, price: string) =>
    `The newer version of ${plan} applies from the bill on ${date} on: ${price}.`,
};
