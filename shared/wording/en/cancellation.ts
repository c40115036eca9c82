import type { CancellationWords } from '../cancellation-words.ts';

const untilIncluding = (day: string) => `until and including ${day}`;

export const cancellation: CancellationWords = {
  facts: {
    untilIncluding,
    endsAtOnce: 'ends at once',
    hasEnded: 'has ended',
    neverBegins: 'does not begin',
    endedOn: (day) => `ended; ${day} was the last day`,
    lastCharge: 'Last payment',
    stillToPay: 'Still to pay',
    stillToPayOn: (day) => `Still to pay on ${day}`,
    nothingMore: 'nothing more',
    bills: (count, first, last) => `${count} bills, from ${first} to ${last}`,
    openPayment: 'Open payment',
    noLongerDue: 'no longer due',
    plannedPause: 'Planned pause',
    pauseIsOff: 'is off',
    pauseDays: (from, lastDay) => (lastDay === undefined ? `from ${from}` : `${from} to ${lastDay}`),
    pause: 'Pause',
    pauseEnds: 'ends today',
    paidBack: 'Paid back',
    paidBackAtEnd: 'Paid back when it ends',
    paidBackTo: { card: 'to the card it was paid with', account_credit: 'as account credit' },
    ofUnused: (to) => `${to}, for what is unused then`,
    left: 'What is left over',
    nothingLeft: 'Nothing is left over.',
    usable: (until) => `usable ${until}`,
    usableAlways: 'usable, no expiry date',
    rests: (until, then) => `rests in the pause ${until}, then ${then}`,
    restsToTheEnd: 'rests in the pause, until the end',
    refunded: 'paid back',
    lapses: 'lapses when the membership ends',
  },
  cancel: 'Cancel membership',
  title: (plan) => `Cancel “${plan}”?`,
  whatHappens: 'This is what happens',
  confirmed: (undo) =>
    undo === 'can_undo'
      ? 'We confirm this by e-mail at once. You can take it back here until that last day is over.'
      : 'We confirm this by e-mail at once. It cannot be taken back.',
  confirm: {
    endsOn: (day) => `Cancel now, ending ${day}`,
    atOnce: 'Cancel now, ending at once',
    neverBegins: 'Cancel now',
  },
  keep: 'Keep membership',
  offers: {
    pause: {
      text: 'If you only need a break: in a pause nothing is charged, and you see what it does before you decide.',
      action: 'Pause instead',
    },
    question: {
      text: 'If something is not as it should be, the salon would like to hear it. Your membership goes on meanwhile.',
      action: 'Ask the salon first',
    },
  },
  doneTitle: (plan) => `“${plan}” is cancelled`,
  done: 'Done. Your confirmation is on its way by e-mail.',
  undo: 'Take it back',
  undoExplained: (nextBill) =>
    `You can take the cancellation back until that last day is over. Your membership then goes on${
      nextBill === undefined ? '' : `; the next bill is ${nextBill.amount} on ${nextBill.day}`
    }.`,
  undoThroughSalon:
    'Would you like to keep your membership after all? Until that last day is over, the salon can take the cancellation back for you. Please ask it.',
  undoPause: {
    comesBack: (days, until) =>
      `If the cancellation is taken back${until === undefined ? '' : ` by ${until}`}, the planned pause (${days}) takes place after all.`,
    staysOff: (days) => `The pause that was planned (${days}) does not come back with it. A new one can be arranged.`,
  },
  undone: 'Taken back. Your membership goes on.',
  undoneWithPause: (days) => `Taken back. Your membership goes on, with its pause (${days}).`,
  willNotBegin: 'This membership is cancelled and will not begin. Nothing is charged.',
  runs: (until) => `This membership is cancelled. It runs ${until}.`,
  details: 'What this means',
  takeBack: 'Take the cancellation back',
  throughSalon: 'To end this membership, please ask the salon. It can show you the same things before you decide.',
  comeBack: (plan) => `Would you like to come back? You can join ${plan} again, with your history kept.`,
  joinAgain: 'Join again',
  comeBackThroughSalon: 'Would you like to come back? Please ask the salon.',
  why: 'Would you tell us why?',
  whyOptional: 'Only if you like. It changes nothing.',
  reasons: {
    too_expensive: 'Too expensive',
    not_used_enough: 'I use it too little',
    moved_away: 'I have moved',
    not_satisfied: 'I am not satisfied',
    health: 'For health reasons',
    break_for_now: 'I only need a break',
    other: 'Something else',
  },
  whyThanks: 'Thank you for telling us.',
};
