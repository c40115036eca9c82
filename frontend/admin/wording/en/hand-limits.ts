export const handLimits = {
  title: 'Changes by hand',
  hint: 'How much a manager may add or take off in one change. Above it, only an owner can. Left empty, there is no limit. Every change stands in the client’s history with its reason and who made it.',
  visits: 'Visits at once',
  amount: (currency: string) => `Amount at once (${currency})`,
  amountHint: 'For amounts to spend and for account credit, except what a client pays in.',
  yours: (most: string) => `You can change up to ${most} at once. For more, please ask the owner.`,
  mostVisits: (count: number) => (count === 1 ? 'one visit' : `${count} visits`),
};
