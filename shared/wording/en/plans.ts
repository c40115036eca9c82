import type { Interval } from '../../domain/time.ts';
import { numberWord } from '../format.ts';
import type { PlanWords } from '../plan-words.ts';

const length = ({ unit, count }: Interval): string => `${numberWord(count, 'en')} ${count === 1 ? unit : `${unit}s`}`;
const each = (interval: Interval): string => `every ${interval.count === 1 ? interval.unit : length(interval)}`;
const more = ({ unit, count }: Interval): string =>
  `${numberWord(count, 'en')} more ${count === 1 ? unit : `${unit}s`}`;

const cancelOnline =
  'You can cancel online at any time, under “Your plan”: the membership then ends with what you have paid for.';

export const plans: PlanWords = {
  pricePer: (price, interval) => (interval.count === 1 ? `${price} a ${interval.unit}` : `${price} ${each(interval)}`),
  each,
  included: (what, interval) => `${what} ${each(interval)}`,
  withTax: {
    exclusive: (price) => `${price} plus tax`,
    inclusive: (price) => `${price}, tax included`,
  },
  youPayTaxed: {
    exclusive: (gross, interval, price, tax) => `You pay ${gross} ${each(interval)}: ${price} plus tax (${tax}).`,
    inclusive: (gross, interval, _, tax) => `You pay ${gross} ${each(interval)}, tax included (${tax}).`,
  },
  youPay: (price, interval) => `You pay ${price} ${each(interval)}.`,
  renews: (interval) => `The membership renews ${each(interval)} until you or the salon end it.`,
  fixedTerm: (term) =>
    `The membership runs for ${length(term)} and then ends by itself. You do not need to do anything.`,
  expiry: ({ unit, count }) =>
    `What is included for one ${count === 1 ? unit : 'period'} can be used until the day before the next one begins. What is left then expires; every benefit shows its last day.`,
  expiryOfOthers: ({ unit, count }) =>
    `What else is included for one ${count === 1 ? unit : 'period'} can be used until the day before the next one begins.`,
  kept: ({ what, isMoney, longer, share, most, interval }) => {
    const subject = isMoney ? `Money for ${what} that you have not spent is` : `Unused ${what} are`;
    const until = longer === undefined ? 'until you use them' : `for ${more(longer)}`;
    const limits = [
      ...(share === undefined ? [] : [`up to ${share} of ${interval.count === 1 ? `a ${interval.unit}` : 'a period'}`]),
      ...(most === undefined ? [] : [`at most ${most} in all`]),
    ].join(', ');
    const kept = `${subject} kept ${isMoney ? until.replace('them', 'it') : until}${limits === '' ? '' : `, ${limits}`}.`;
    return most === undefined
      ? kept
      : `${kept} When new ${isMoney ? 'money' : 'ones'} would make it more, what expires first goes.`;
  },
  order: 'When you have several benefits for the same service, the one that expires first is used first.',
  end: {
    salon: 'To end the membership, please contact the salon.',
    online: cancelOnline,
    either: 'If you join online, you can cancel online at any time; otherwise the salon does it for you.',
  },
  change: {
    salon: 'To change to another plan, please contact the salon.',
    online: 'You can choose another plan online, under “Your plan”.',
  },
  cancelOnline,
  enrolmentFee: (amount) => `A joining fee of ${amount} is added once, to the first payment.`,
  intro: (price, first, then) =>
    `For the first ${first.count === 1 ? first.unit : length(first)} the price is ${price}, then ${then}.`,
  trial: (days, free) =>
    `The first ${days === 1 ? 'day is' : `${numberWord(days, 'en')} days are`} a trial with all benefits. The first bill comes after that${free ? '; nothing is charged if you cancel before' : ''}.`,
  freeDays: (days) => (days === 1 ? 'The first day is free' : `The first ${numberWord(days, 'en')} days are free`),
  commitment: (term) => `You join for at least ${length(term)}. If you cancel earlier, the membership ends after them.`,
};
