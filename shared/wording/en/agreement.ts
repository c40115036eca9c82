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
};
