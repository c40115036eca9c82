import type { MailParties, MailWords } from './mail-words.ts';

/** `by` is the day by whose end the business answers, ready to read. */
export interface QuestionWaitingFacts extends MailParties {
  readonly by: string;
}

/** That there is something to read. Never what: a question is private, and a mail is read over shoulders (001-023, M6). */
export interface QuestionMails {
  /** To the member. */
  readonly answered: (facts: MailParties) => MailWords;
  /** To the business. */
  readonly waiting: (facts: QuestionWaitingFacts) => MailWords;
}
