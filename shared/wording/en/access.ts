import type { AccessWords } from '../access-words.ts';

export const access: AccessWords = {
  signIn: 'Sign in',
  signInTo: (business) => `Your membership at ${business}`,
  email: 'E-mail',
  password: 'Password',
  newPassword: 'New password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  forgotPassword: 'Forgot Password',
  notInvited: 'No password yet? Your salon sends you an invitation by e-mail.',
  notAMember: 'Not a member yet? See the memberships',
  emailMissing: 'Please enter the e-mail address that the salon knows, for example name@example.com.',
  passwordMissing: 'Please enter your password.',
  passwordTooShort: (least) => `Please use at least ${least} characters.`,
  passwordRules: (least) =>
    `At least ${least} characters. A few words in a row are easy to remember and hard to guess.`,
  signedOut: 'You are signed out, and nothing of yours is left on this device.',
  forgotExplained: 'Enter your e-mail address, and we send you a link to set a new password.',
  sendLink: 'Send me the link',
  linkSent: (email) =>
    `If ${email} belongs to an account here, a link is on its way. It can take a few minutes; please look in the spam folder too.`,
  backToSignIn: 'Back to sign in',
  invitationTitle: (name) => (name === undefined ? 'Welcome' : `Welcome, ${name}`),
  invitationExplained: 'Choose a password, and your membership opens. You can then look at your balance at any time.',
  welcomeBackExplained: 'You already have a password here. One press signs you in and opens your membership.',
  openMembership: 'Open my membership',
  resetTitle: 'Choose a new password',
  resetExplained: 'The new password replaces the old one, and you are signed out on every other device.',
  savePassword: 'Save password and sign in',
  usedTitle: 'This link has already been used',
  usedExplained:
    'Each link works once. If you have set your password, just sign in. Otherwise we send you a fresh link.',
  expiredTitle: 'This link has expired',
  expiredExplained:
    'Links work for a limited time, to keep your membership safe. We send a fresh one to the same address.',
  freshLink: 'Send me a fresh link',
  freshLinkSent:
    'If your invitation or account still counts, a fresh link is on its way to the same e-mail address. It can take a few minutes.',
  incompleteTitle: 'This link is not complete',
  incompleteExplained: 'Please open it again from the e-mail. If that does not help, ask for a new one here.',
  forTeamTitle: 'This invitation is for the team',
  forTeamExplained: 'It opens the salon’s own pages, not a membership.',
  forTeamOpen: 'Open the team’s page',
  passwordSaved: 'Your new password is saved. Please sign in with it.',
  endMails: 'End these e-mails',
  endMailsExplained: (business) =>
    `${business} then no longer sends you reminders by e-mail, for example that a card or a benefit is about to expire.`,
  mailsThatStay:
    'What you need for your membership still comes: receipts, and notices about payments, prices, renewal and cancelling.',
  mailsEnded: 'Done. You no longer get these e-mails.',
};
