import { greetingEn as greeting } from './frame.en.ts';
import type { QuestionMails } from './question-words.ts';

export const questionEn: QuestionMails = {
  answered: (facts) => ({
    subject: `A message for you from ${facts.business}`,
    greeting: greeting(facts),
    body: ['You asked us something. We have answered; the answer is in your portal, where only you can read it.'],
    action: 'Read the answer',
    remarks: ['If you want to write back, please do it there.'],
    why: `You receive this e-mail because you asked ${facts.business} a question.`,
  }),
  waiting: (facts) => ({
    subject: 'A member has a question',
    greeting: greeting(facts),
    body: [`A member has written to you. They have been told that they get an answer by ${facts.by}.`],
    action: 'Open the question',
    remarks: ['For their privacy, what they wrote is not in this e-mail.'],
    why: `You receive this e-mail because it is the contact address of ${facts.business}.`,
  }),
};
