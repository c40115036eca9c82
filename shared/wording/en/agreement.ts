import type { AgreementWords } from '../agreement-words.ts';

export const agreement: AgreementWords = {
  joining: {
    join: 'Join',
    joinPlan: (plan) => `Join ${plan}`,
    addsAnother:
      'You are signed in. A membership that you join here is added to those you have. To change your plan instead, please ask the salon.',
    youPayToday: 'You pay today',
    nothingToday: 'Nothing. The trial comes first; you only leave your card.',
    afterwards: 'After that',
    nextBill: (amount, day) => `The next bill is ${amount}, on ${day}.`,
    noNextBill: 'No other bill follows.',
    howItWorks: 'How it renews and ends',
    aboutYou: 'About you',
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone',
    phoneRule: 'Only if the salon may call you.',
    emailRule: 'Receipts go here, and the link to set your password.',
    firstNameMissing: 'Please enter your first name.',
    lastNameMissing: 'Please enter your last name.',
    emailMissing: 'Please enter your e-mail address, for example name@example.com.',
    phoneWrong: 'Please check the phone number, or leave the field empty.',
    consent: ({ plan, today = 'nothing', next, terms }) =>
      [
        `I join “${plan}”. I pay ${today} today${next === undefined ? '' : ` and ${next.amount} on ${next.day}`}, charged to the card that I enter next.`,
        ...terms,
      ].join(' '),
    consentMissing: 'Please read this and tick the box before you go on.',
    goOn: { payment: 'Continue to payment', trial: 'Start the trial', card: 'Continue to your card' },
    passwordLater: 'Afterwards we e-mail you a link to set your password.',
    toPlans: 'All memberships',
  },
  ending: {
    cancel: 'Cancel membership',
    title: (plan) => `Cancel “${plan}”?`,
    endsOn: (day) => `Your membership ends on ${day}. Until then you can use it as before.`,
    endsToday: 'What you have paid for is over, so your membership ends today.',
    nothingMore: 'Nothing more is charged.',
    agreedUntil: (day) =>
      `You agreed to stay until ${day}. The bills until then are still charged; after that, nothing more.`,
    stillUsable: 'What you can still use',
    confirmation: 'We confirm this by e-mail. You can undo it here for as long as the membership runs.',
    confirm: 'Cancel now',
    keep: 'Keep membership',
    done: (day) => `Your membership ends on ${day}. We have e-mailed you a confirmation.`,
    doneToday: 'Your membership has ended. We have e-mailed you a confirmation.',
    undo: 'Undo',
    undoExplained: (day) => `You cancelled this membership. It ends on ${day}; until then you can undo that.`,
    undone: 'Undone. Your membership goes on as before.',
  },
};
