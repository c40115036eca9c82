import type { Interval } from '../../domain/time.ts';
import { numberWord } from '../format.ts';
import type { PlanWords } from '../plan-words.ts';

const length = ({ unit, count }: Interval): string => `${numberWord(count, 'en')} ${count === 1 ? unit : `${unit}s`}`;
const each = (interval: Interval): string => `every ${interval.count === 1 ? interval.unit : length(interval)}`;

export const plans: PlanWords = {
  pricePer: (price, interval) => (interval.count === 1 ? `${price} a ${interval.unit}` : `${price} ${each(interval)}`),
  each,
  included: (what, interval) => `${what} ${each(interval)}`,
  youPay: (price, interval) => `You pay ${price} ${each(interval)}.`,
  renews: (interval) => `The membership renews ${each(interval)} until you or the salon end it.`,
  fixedTerm: (term) =>
    `The membership runs for ${length(term)} and then ends by itself. You do not need to do anything.`,
  expiry: ({ unit, count }) =>
    `What is included for one ${count === 1 ? unit : 'period'} can be used until the day before the next one begins. What is left then expires; every benefit shows its last day.`,
  order: 'When you have several benefits for the same service, the one that expires first is used first.',
  end: 'To pause, change or end the membership, please contact the salon.',
};
