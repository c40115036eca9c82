import type { PlanChangeWords } from '../plan-change-words.ts';

const ofDays = (left: number, all: number): string => `${left === 1 ? 'one' : left} of ${all} days`;
const is = (count: number): string => (count === 1 ? 'is' : 'are');

export const planChange: PlanChangeWords = {
  open: 'Choose another plan',
  notNow: {
    paused: (day) =>
      `Another plan can be chosen when the pause is over${day === undefined ? '' : `, from ${day} on`}. If you want it sooner, end the pause first.`,
    cancelling: 'This membership is cancelled. To choose another plan, take the cancellation back first.',
    paymentOpen: 'Another plan can be chosen as soon as the open payment is settled.',
  },
  title: 'Choose another plan',
  now: (plan, price) => `Your plan now: ${plan}, ${price}`,
  none: 'There is no other plan to change to at the moment.',
  cheaperFrom: (day) => `Plans that cost less can be chosen from ${day} on; your plan is agreed until then.`,
  sameAsNow: (what) => `${what}, as now`,
  insteadOf: (what, before) => `${what} instead of ${before}`,
  added: (what) => `${what}, in addition`,
  gone: (what) => `No longer: ${what}`,
  fromToday: 'See the change from today',
  fromBill: (day) => `See the change from ${day}`,
  choose: (way, plan) => `${way}: ${plan}`,
  preview: (from, to) => `From ${from} to ${to}`,
  today: 'To pay today',
  nothingToday: 'Nothing',
  includingTax: (tax) => `${tax} of it is tax.`,
  shares: ({ price, to, credit, from, left, days: all }) =>
    `${price} for ${to} less ${credit} for ${from}, for the ${ofDays(left, all)} that ${is(left)} left.`,
  wholeLess: ({ price, to, credit, from, left, days: all }) =>
    `${price} for ${to} less ${credit}: ${ofDays(left, all)} of ${from} ${is(left)} not used.`,
  fromCredit: 'From your account credit',
  onCard: (card) => `Charged to ${card}`,
  toCredit: 'To your account credit',
  begins: 'Begins',
  beginsToday: 'Today',
  nextBill: 'Next bill',
  noNextBill: 'None',
  comesAtOnce: 'This comes at once',
  keepsOld: 'What you have stays as it is, with its own last day.',
  agreedUntil: (day) => `The plan is agreed at least until ${day}.`,
  holdsUntil: (time) => `These amounts hold until ${time}.`,
  pay: (amount) => `Change and pay ${amount}`,
  confirmToday: 'Change today',
  confirmLater: (day) => `Change on ${day}`,
  back: 'Back to the plans',
  newest: 'Show the newest amounts',
  cardFirst: 'There is no card on file yet. Please enter one first, then choose the plan again.',
  busy: 'We are asking your bank. This can take a few seconds.',
  changed: (plan) => `Done. Your plan is ${plan} now. We have e-mailed you a confirmation.`,
  changedPaid: (plan, amount) =>
    `Done. Your plan is ${plan} now, and ${amount} was paid. We have e-mailed you a confirmation and the receipt.`,
  scheduled: (plan, day) =>
    `Done. Your plan changes to ${plan} on ${day}. Until then you can take that back. We have e-mailed you a confirmation.`,
  declined:
    'Your bank did not approve the payment. Nothing was charged, and your plan is as before. Please use another card, or ask your bank.',
  confirmationNeeded:
    'Your bank wants you to confirm payments with this card. Nothing was charged, and your plan is as before. Please use another card, or let the change begin with the next bill.',
  pending:
    'The payment is being confirmed. There is nothing for you to do, and nothing is charged twice; we e-mail you the result.',
  receipt: 'See the receipt',
  done: 'To your membership',
  coming: (plan, day) => `Your plan changes to ${plan} on ${day}.`,
  comingAfterPause: (plan) => `Your plan changes to ${plan} with the first bill after the pause.`,
  undo: 'Keep my plan',
  undone: (plan) => `Your plan stays ${plan}.`,
  undoThroughSalon: 'To take that back, please ask the salon.',
};
