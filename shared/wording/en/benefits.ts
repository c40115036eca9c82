import type { Interval } from '../../domain/time.ts';
import type { BenefitWords } from '../benefit-words.ts';
import { numberWord } from '../format.ts';

const plural = new Intl.PluralRules('en');
const isOne = (units: number): boolean => plural.select(units) === 'one';
const all = (units: number): string => (units === 2 ? 'both' : `all ${numberWord(units, 'en')}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function inPeriod(period: Interval | undefined): string {
  if (period === undefined) return '';
  return period.count === 1 ? ` this ${period.unit}` : ' in this period';
}

export const benefits: BenefitWords = {
  visits: ({ units, visit, visits }) => `${numberWord(units, 'en')} ${isOne(units) ? visit : visits}`,
  anyVisit: { visit: 'visit', visits: 'visits' },
  remaining: (what, _units, period) => `You have ${what} remaining${inPeriod(period)}`,
  noneRemaining: (services, period) => `Nothing remaining for ${services}${inPeriod(period)}`,
  stillAvailable: (units) =>
    `You still have ${numberWord(units, 'en')} included ${isOne(units) ? 'visit' : 'visits'} available`,
  visitsUsed: ({ units, visit, visits }, nextOn) => {
    const used = isOne(units) ? `You have used your ${visit}.` : `You have used ${all(units)} ${visits}.`;
    if (nextOn === undefined) return used;
    return isOne(units)
      ? `${used} A new one comes on ${nextOn}.`
      : `${used} ${capital(numberWord(units, 'en'))} new ones come on ${nextOn}.`;
  },
  amountSpent: (amount, services, nextOn) =>
    `You have spent the ${amount} for ${services}.${nextOn === undefined ? '' : ` Another ${amount} comes on ${nextOn}.`}`,
  spendOn: (amount, services) => `${amount} to spend on ${services}`,
  spentOn: (amount, services) => `${amount} for ${services}`,
  forServices: (services) => `for ${services}`,
  lastDay: (day) => `Use by ${day}`,
  noExpiry: 'No expiry date',
  expiresSoon: 'Expires soon',
  expiresOn: (what, units, day) =>
    `Your ${isOne(units) ? what.replace(/^one /, '') : what} ${isOne(units) ? 'expires' : 'expire'} on ${day}`,
  useBeforeShownDate: 'Use this benefit before the shown date',
  dayShownCounts: 'The day shown still counts.',
  fromSalon: 'Added for you by your salon',
  discount: (percent, services) => `${percent} off ${services ?? 'everything'}`,
  unlimited: (services) => `Unlimited ${services}`,
  resting: 'These benefits cannot be used today.',
  always: 'Always included',
  more: (what) => `${what} more`,
  less: (what) => `${what} less`,
  formerService: 'a service no longer offered',
};
