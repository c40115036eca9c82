import type { MailParties, MailWords } from './mail-words.ts';

/** `until` is a date with a time, ready to read. */
export interface AccessFacts extends MailParties {
  readonly until: string;
}

/** Mails with a link that lets somebody in. */
export type AccessKind =
  | 'member_invitation'
  | 'member_sign_in'
  | 'staff_invitation'
  | 'staff_sign_in'
  | 'member_password'
  | 'staff_password';

export type AccessMails = Readonly<Record<AccessKind, (facts: AccessFacts) => MailWords>>;
