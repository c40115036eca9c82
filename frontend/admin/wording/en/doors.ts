/** Sign-in, passwords and invitations. */
export const doors = {
  team: 'For the team',
  signIn: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  forgot: 'Forgot Password',
  forgotIntro:
    'Tell us the address you sign in with. If it belongs to a colleague here, a link arrives within a few minutes.',
  sendLink: 'Send the link',
  linkSent: (email: string) =>
    `If ${email} belongs to a colleague here, a link is on its way. It works for a limited time; please also look in the spam folder.`,
  backToSignIn: 'Back to sign-in',
  welcome: (name: string) => `Welcome, ${name}`,
  welcomePlain: 'Welcome',
  inviteIntro: (business: string) => `${business} has invited you to the team. Choose a password and you can start.`,
  inviteHasPassword: (business: string) =>
    `${business} has invited you to the team. You already have a password with this address: enter it to join.`,
  join: 'Join the team',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters. A short sentence is easiest to remember.',
  passwordTooShort: 'Please use at least 12 characters.',
  resetTitle: 'Choose a new password',
  resetIntro: 'All other sessions of this account will end.',
  setPassword: 'Set password',
  passwordSet: 'Your new password is set. Sign in with it.',
  linkExpired: 'This link no longer works',
  linkExpiredText: 'It is too old, or it was taken back. You can ask for a fresh one to the same address.',
  linkUsed: 'This link was already used',
  linkUsedText: 'Sign in with your password. If you have forgotten it, ask for a new link.',
  linkWrong: 'This link does not work',
  linkWrongText:
    'Please open it again from the newest e-mail, in full. An older link stops working when a newer one is sent.',
  freshLink: 'Mail me a fresh link',
  freshLinkSent:
    'If this invitation or request still counts, a fresh link is on its way to the same address. If nothing arrives, please ask the owner.',
  checking: 'Checking the link',
  noBusiness: 'There is no salon at this address',
  noBusinessText: 'Please check the first part of the address in your browser.',
  wrongAudience: 'This link is for the client portal',
  wrongAudienceText: 'Please open it there.',
  openPortal: 'Open the portal',
  notStaff: 'You have no access here',
  notStaffText: (email: string) =>
    `You are signed in as ${email}, but this salon has not given you access. Ask the owner to invite you.`,
  accessLost: (business: string) => `You no longer have access to ${business}.`,
  roleChanged: (role: string) => `Your role here is now: ${role}.`,
};
