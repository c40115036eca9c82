/** A mail ready to go: one person, a subject without private detail, the same words as HTML and as plain text. */
export interface Mail {
  readonly to: string;
  readonly fromName: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Names the mail in delivery reports: template, business, event, member. No personal data. */
  readonly tags: Readonly<Record<string, string>>;
  /** How a mail program ends such mails with one click (RFC 8058): an address to POST to, and one to write to. */
  readonly unsubscribe?: { readonly url: string; readonly mailTo?: string };
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}
