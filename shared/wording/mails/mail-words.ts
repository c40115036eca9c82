export type MailKind =
  | 'member_invitation'
  | 'member_sign_in'
  | 'staff_invitation'
  | 'staff_sign_in'
  | 'member_password'
  | 'staff_password';

/** What the sentences mention. `until` is a date with a time, ready to read; `name` is absent where we do not know it. */
export interface MailFacts {
  readonly business: string;
  readonly name?: string | undefined;
  readonly until: string;
}

/** The parts of a mail in reading order. Nothing about treatments or health: a mail is read over shoulders (001-071). */
export interface MailWords {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** On the one button. */
  readonly action: string;
  /** Below the button, smaller. */
  readonly remarks: readonly string[];
  /** Before the address for those whose mail program shows no button. */
  readonly address: string;
}

export type MailSentences = Readonly<Record<MailKind, (facts: MailFacts) => MailWords>>;
