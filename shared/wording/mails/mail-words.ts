/** One line of a table in a mail: “Amount due   $89.00”. */
export interface MailRow {
  readonly label: string;
  readonly value: string;
  /** Below the label, smaller. */
  readonly detail?: string | undefined;
  /** What the eye should find first. */
  readonly strong?: true | undefined;
}

/** A table or a list, with what it is about above it. */
export interface MailPart {
  readonly heading?: string | undefined;
  readonly rows?: readonly MailRow[];
  readonly lines?: readonly string[];
}

/** The parts of a mail in reading order. Nothing about treatments or health: a mail is read over shoulders (001-071). */
export interface MailWords {
  readonly subject: string;
  readonly greeting: string;
  /** Paragraphs, with tables and lists between them. */
  readonly body: readonly (string | MailPart)[];
  /** On the one button, if there is one. */
  readonly action?: string | undefined;
  /** Below the button, smaller. */
  readonly remarks: readonly string[];
  /** Why the member gets it (rule M1). */
  readonly why?: string | undefined;
}

/** What every mail needs around its words. */
export interface FrameWords {
  /** Before the address for those whose mail program shows no button. */
  readonly noButton: string;
  /** Before the address that ends such mails. */
  readonly unsubscribe: string;
}

/** Whom it is from and to. `name` is absent where we do not know it. */
export interface MailParties {
  readonly business: string;
  readonly name?: string | undefined;
}
