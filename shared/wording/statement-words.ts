import type { MoveCause } from '../domain/move-cause.ts';

export interface MoveFacts {
  /** True of the newest use, if it still stands. */
  readonly latest?: boolean | undefined;
  /** The last day of what came, was given back or expired. */
  readonly until?: string | undefined;
  /** The day of the appointment that it is kept for. */
  readonly appointment?: string | undefined;
  /** Who used it, where a membership is shared. */
  readonly by?: string | undefined;
  /** The name of the plan that it came with. */
  readonly plan?: string | undefined;
}

/** Why a number of credits is what it is: a short statement of account, in the words of people. */
export interface StatementWords {
  /** Beside the number itself: “Why 2?”. */
  readonly why: (number: string) => string;
  /** “Why two facial visits?” */
  readonly title: (what: string) => string;
  /** “Why is nothing left for Sauna?” */
  readonly titleOfNone: (services: string) => string;
  readonly lead: string;
  /** “Before March 1 you had 3” */
  readonly before: (day: string, number: string) => string;
  readonly what: string;
  readonly change: string;
  readonly left: string;
  /** A line as it is said or written to somebody: “March 3: Used on an appointment (−1, then 2)”. */
  readonly told: (line: {
    readonly day: string;
    readonly text: string;
    readonly change: string;
    readonly left: string;
  }) => string;
  /** “That makes two facial visits today”; for nothing, `totalOfNone`. */
  readonly total: (what: string) => string;
  readonly totalOfNone: string;
  readonly earlier: string;
  readonly nothing: string;
  readonly close: string;
  /** What each plus and minus, and each line of the history, says. */
  readonly cause: Readonly<Record<MoveCause, (facts: MoveFacts) => string>>;
}
