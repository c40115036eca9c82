import type { Interval } from '../../domain/time.ts';
import { formatList, numberWord } from '../format.ts';
import type { TermsWords } from '../terms-words.ts';

const days = (count: number): string => `${numberWord(count, 'en')} ${count === 1 ? 'day' : 'days'}`;
const payments = (count: number): string => `${numberWord(count, 'en')} ${count === 1 ? 'payment' : 'payments'}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** “20 and 5 days”. */
const eachOf = (counts: readonly number[]): string =>
  `${formatList(counts.map(String), 'en', 'conjunction')} ${counts.at(-1) === 1 ? 'day' : 'days'}`;

const people = (count: number): string =>
  count === 1 ? 'one other person' : `${numberWord(count, 'en')} other people`;
const visits = (count: number): string => `${numberWord(count, 'en')} ${count === 1 ? 'visit' : 'visits'}`;
const per = ({ unit, count }: Interval): string => (count === 1 ? `a ${unit}` : 'a period');
const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${numberWord(count, 'en')} times`;

export const terms: TermsWords = {
  heading: {
    price: 'What you pay',
    benefits: 'What you can use, and until when',
    others: 'Together with others',
    pause: 'If you need a pause',
    ending: 'How it goes on and ends',
    unpaid: 'If a payment does not come',
    refunds: 'Money back',
  },
  all: 'All rules in plain words',
  term: (groups, count, total, lastOn) => {
    const last = lastOn === undefined ? '' : `, the last on ${lastOn}`;
    const [only, ...others] = groups;
    if (only !== undefined && others.length === 0) {
      return count === 1
        ? `One payment of ${total} in all.`
        : `${capital(payments(count))} of ${only.amount}, together ${total}${last}.`;
    }
    const said = groups.map(({ count: each, amount }, place) =>
      place === 0 ? `${payments(each)} of ${amount}` : `${numberWord(each, 'en')} of ${amount}`,
    );
    return `${capital(said.join(', then '))}: ${payments(count)}, together ${total}${last}.`;
  },
  announced: {
    long_period: (before) => `We announce every bill by e-mail, ${eachOf(before)} before.`,
    after_trial: (before) => `We announce the first bill after the trial by e-mail, ${eachOf(before)} before.`,
    other_price: (before) => `We announce the first bill at the later price by e-mail, ${eachOf(before)} before.`,
  },
  undoCancellation: 'A cancellation can be taken back until the membership has ended.',
  declined: (after) =>
    after.length === 0
      ? 'If your bank does not approve a payment, we tell you at once. You can pay or change the card at any time.'
      : `If your bank does not approve a payment, we tell you at once and try again ${eachOf(after)} after the bill date, unless the bank says that the card can no longer be used. You can pay or change the card at any time.`,
  unpaidAtDesk: (usable) =>
    `If a bill is not paid at the salon, you can use what you have left for ${usable === 0 ? 'the bill date itself' : `${days(usable)} after the bill date`}. Then it rests until you have paid.`,
  usableWhileUnpaid: (usable) =>
    `New benefits come with the payment. What you have left can be used ${usable === 0 ? 'on the bill date' : `until ${days(usable)} after the bill date`} and then rests until you have paid.`,
  noSecondBill: 'While a bill is open, no other one is made. Whole periods that pass meanwhile are not charged.',
  endsUnpaid: (after) => `If it stays unpaid for ${days(after)}, the membership ends and the bill is no longer due.`,
  cancellingVoids: 'If you cancel while a bill is open, the membership ends at once and the bill is no longer due.',
  givenBack: {
    ranOut: (most) =>
      `What reaches its last day while it rests can be used for as many days more once you have paid, up to ${most}.`,
    all: (most) => `Once you have paid, every last day comes as many days later as it rested, up to ${most}.`,
  },
  sharing: ({ people: most, unitsPerPeriod }, interval) =>
    `You can share the visits with up to ${people(most)}${unitsPerPeriod === undefined ? '' : `, each with up to ${visits(unitsPerPeriod)} ${per(interval)}`}. The salon adds them for you; you can end it at any time.`,
  passingOn: (units, interval, hours) =>
    `You can give up to ${visits(units)} ${per(interval)} to another client of the salon. The last day stays the same, and within ${hours} hours it can be taken back while nothing of it is used.`,
  pause: ({ byMember, minDays, maxDays, perYear }) =>
    `${byMember ? 'You can pause the membership online' : 'The salon can pause the membership for you'}, ${minDays === maxDays ? days(minDays) : `${numberWord(minDays, 'en')} to ${days(maxDays)}`} at a time and up to ${times(perYear)} in twelve months.`,
  pauseDates: {
    shift: 'Nothing is charged during a pause, and the next bill comes as many days later.',
    keep: 'Nothing is charged during a pause: bills that fall into it are left out, with what they would have brought. The bill dates after it stay.',
  },
  pauseBenefits: {
    frozen: 'What you have rests during the pause, and what has a last day can be used for as many days longer.',
    usable: 'What you have paid for can be used during the pause as well; last days stay.',
  },
  pauseFee: {
    pause: (amount) => `A pause costs ${amount}, which the next bill adds.`,
    period: (amount) =>
      `A pause costs ${amount} for each bill that falls into it, and that much at least; the next bill adds it.`,
  },
  lengthensAgreed: {
    yes: 'The time that you join for at least becomes longer by a pause.',
    no: 'The time that you join for at least goes on during a pause.',
  },
  lengthensTerm: {
    yes: 'The end of the membership comes later by a pause.',
    no: 'The end of the membership stays, whatever the pauses.',
  },
  afterCancel: (rule) => {
    switch (rule.kind) {
      case 'keep_until_expiry':
        return 'After you have cancelled, you can still use what is left until its last day.';
      case 'until_period_end':
        return 'After you have cancelled, you can use what is left until the end of the period that is paid; then it expires.';
      case 'grace_days':
        return `After you have cancelled, you can use what is left for ${days(rule.days)} after the last day of the membership; then it expires.`;
      case 'refund_unused':
        return 'When a membership that you have cancelled ends, what came with a payment and is unused is paid back.';
      default:
        return rule satisfies never;
    }
  },
  restored: (least) =>
    `If the salon takes a visit back that was entered for you, it is yours again, for at least ${days(least)}.`,
  refund: 'If the salon gives a payment back, what came with it and is unused goes with it.',
  refundUsed:
    'What you have used is counted at the price of the single service. You never get back more than you have paid.',
};
