import type { QuestionState, QuestionTopic } from '../domain/question.ts';

/** “Ask the salon about this membership” (001-089): asking in private, and reading answers. Days are ready to read. */
export interface QuestionWords {
  readonly topic: string;
  readonly topics: Readonly<Record<QuestionTopic, string>>;
  readonly topicMissing: string;
  readonly which: string;
  readonly text: string;
  readonly textRule: string;
  readonly textMissing: string;
  /** Above what is attached, before it is sent (001-024). */
  readonly seenNow: string;
  /** Above what was attached, afterwards. */
  readonly seenThen: (day: string) => string;
  readonly next: string;
  /** What happens after sending, and by when. */
  readonly nextExplained: (day: string) => string;
  readonly send: string;
  readonly sent: (day: string) => string;
  readonly askShort: string;
  readonly list: string;
  readonly none: string;
  readonly noneExplained: string;
  readonly state: Readonly<Record<QuestionState, string>>;
  readonly answerBy: (day: string) => string;
  /** The day has passed without an answer. */
  readonly late: string;
  readonly unread: string;
  /** For the menu: at least one. */
  readonly unreadCount: (count: number) => string;
  readonly toAnswers: string;
  readonly you: string;
  readonly addLabel: string;
  readonly add: string;
  readonly added: string;
  /** For what has an answer, and for what has none yet. */
  readonly settle: { readonly answered: string; readonly open: string };
  readonly settled: string;
  readonly closedExplained: string;
  readonly otherWays: string;
  readonly toList: string;
  /** Labels of what the salon sees. */
  readonly seen: {
    readonly membership: string;
    readonly nextBill: string;
    readonly open: string;
    readonly accountCredit: string;
    readonly nothing: string;
    readonly nothingValue: string;
    /** “one by 31 March”: `what` is a number or an amount. */
    readonly part: (what: string, day: string | undefined) => string;
  };
}
