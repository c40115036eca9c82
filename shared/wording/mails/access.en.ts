import type { AccessFacts, AccessMails } from './access-words.ts';
import { greetingEn as greeting } from './frame.en.ts';

const untilThen = ({ until }: AccessFacts) =>
  `The link works once, until ${until}. After that you can ask for a fresh one there.`;
const onlyForYou = 'The link is only for you: please do not pass this e-mail on.';

const password: AccessMails['member_password'] = (facts) => ({
  subject: `Set a new password for ${facts.business}`,
  greeting: greeting(facts),
  body: ['Somebody, probably you, asked for a new password. Choose one here.'],
  action: 'Choose a new password',
  remarks: [
    `The link works once, until ${facts.until}.`,
    'If it was not you, there is nothing to do: your password stays as it is.',
  ],
});

export const accessEn: AccessMails = {
  member_invitation: (facts) => ({
    subject: `Your invitation to ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `${facts.business} invites you to your own page: your membership, what you can use, and what comes next.`,
      'Set up your password to open it.',
    ],
    action: 'Set up your password',
    remarks: [untilThen(facts), onlyForYou],
  }),
  member_sign_in: (facts) => ({
    subject: `Sign in to ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `${facts.business} invites you to your own page: your membership, what you can use, and what comes next.`,
      'You already have a password for this e-mail address. It stays as it is; this link signs you in.',
    ],
    action: 'Sign in',
    remarks: [untilThen(facts), onlyForYou],
  }),
  staff_invitation: (facts) => ({
    subject: `Join the team of ${facts.business}`,
    greeting: greeting(facts),
    body: [`You are invited to work with the clients of ${facts.business}.`, 'Set up your password to begin.'],
    action: 'Set up your password',
    remarks: [untilThen(facts), onlyForYou],
  }),
  staff_sign_in: (facts) => ({
    subject: `Join the team of ${facts.business}`,
    greeting: greeting(facts),
    body: [
      `You are invited to work with the clients of ${facts.business}.`,
      'You already have a password for this e-mail address. It stays as it is; enter it to begin.',
    ],
    action: 'Sign in',
    remarks: [untilThen(facts), onlyForYou],
  }),
  member_password: password,
  staff_password: password,
};
