import type { StandingWords } from '../standing-words.ts';

const needsAttention = 'Your membership payment needs attention';

export const standing: StandingWords = {
  status: {
    incomplete: 'Awaiting first payment',
    scheduled: 'Starts soon',
    active: 'Active',
    trial: 'Trial',
    renewal_pending: 'Renewal pending',
    past_due: 'Past Due',
    unpaid: 'Unpaid',
    paused: 'Paused',
    cancelling: 'Ends soon',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  pausedAndCancelled: 'Paused · Cancelled',
  usability: {
    incomplete: () => 'Your benefits begin as soon as your first payment has arrived.',
    scheduled: ({ startsOn }) => `Your benefits begin on ${startsOn}.`,
    active: () => 'You can use your benefits now.',
    trial: ({ trialUntil, renewsOn }) =>
      `You can use your benefits now, free of charge.${trialUntil === undefined || renewsOn === undefined ? '' : ` Your trial runs until ${trialUntil}; the first bill comes on ${renewsOn}.`}`,
    renewal_pending: ({ renewsOn }) =>
      `You can use your benefits now. Your membership ${renewsOn === undefined ? 'is about to renew' : `renews on ${renewsOn}`}.`,
    past_due: ({ hasBenefitsLeft }) =>
      `${needsAttention}. ${hasBenefitsLeft ? 'You can still use what you have left.' : 'New benefits come as soon as it is settled.'}`,
    unpaid: () => `${needsAttention}. Your benefits rest until it is settled.`,
    paused: () => 'Your membership is currently paused. Your benefits rest until it continues.',
    cancelling: ({ lastDay }) =>
      lastDay === undefined
        ? 'You can use your benefits until your membership ends.'
        : `You can use your benefits until your membership ends. Its last day is ${lastDay}.`,
    cancelled: ({ hasBenefitsLeft }) => over(hasBenefitsLeft),
    expired: ({ hasBenefitsLeft }) => over(hasBenefitsLeft),
  },
  nextBill(bill, { amount, day, first = false }) {
    switch (bill.kind) {
      case 'on':
        return {
          headline: day(bill.date),
          sentence: `Your ${first ? 'first' : 'next'} bill of ${amount} is on ${day(bill.date)}.`,
        };
      case 'due_since':
        return {
          headline: needsAttention,
          sentence: `${amount} has been due since ${day(bill.date)}. Please ask the salon how to settle it.`,
        };
      case 'paused_until':
        return {
          headline: 'No bill during the pause',
          sentence: `Your membership is paused and continues on ${day(bill.date)}. Nothing is charged before then.`,
        };
      case 'paused':
        return {
          headline: 'No bill during the pause',
          sentence: 'Your membership is currently paused. Nothing is charged until it continues.',
        };
      case 'ends_on':
        return {
          headline: 'No further bill',
          sentence: `Your membership runs until and including ${day(bill.lastDay)}. Nothing more is charged.`,
        };
      case 'ended_on':
        return {
          headline: 'No further bill',
          sentence: `Your membership ended on ${day(bill.lastDay)}. Nothing more is charged.`,
        };
      case 'awaiting_first_payment':
        return {
          headline: 'No date yet',
          sentence: `Your first payment of ${amount} is still awaited. The next bill date follows from it.`,
        };
      default:
        return bill satisfies never;
    }
  },
};

const over = (hasBenefitsLeft: boolean): string =>
  hasBenefitsLeft
    ? 'Your membership has ended. What is still listed here is yours until the date shown.'
    : 'Your membership has ended, and there are no benefits left to use.';
