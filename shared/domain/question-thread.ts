import * as z from 'zod/mini';
import { type AnswerPromise, answerBy } from './answer-promise.ts';
import { type Message, mostMessages, type Question, stateAt } from './question.ts';
import { refuseUnless } from './refusal.ts';
import type { LocalDate } from './time.ts';

/** When something is written, and what the business promises of that day on. */
export interface QuestionMoment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The business’s day. */
  readonly today: LocalDate;
  readonly promise: AnswerPromise;
}

/** A new question: the salon’s turn from now on. */
export function ask(
  asked: Pick<Question, 'questionId' | 'memberId' | 'membershipId' | 'topic' | 'seen'> & {
    readonly loginId: string;
    readonly text: string;
  },
  { at, today, promise }: QuestionMoment,
): Question {
  const { loginId, text, ...question } = asked;
  return {
    ...question,
    messages: [{ from: 'member', loginId, text, at }],
    askedAt: at,
    state: 'open',
    since: at,
    answerBy: answerBy(today, promise),
    unread: false,
  };
}

/**
 * The member writes again. What waits for an answer keeps its day; anything else waits anew, a closed question too.
 * Refuses `question_full`.
 */
export function followUp(
  question: Question,
  written: { readonly loginId: string; readonly text: string },
  { at, today, promise }: QuestionMoment,
): Question {
  const messages = withMessage(question, { from: 'member', at, ...written });
  if (question.state === 'open') return { ...question, messages, unread: false };
  return { ...question, messages, state: 'open', since: at, answerBy: answerBy(today, promise), unread: false };
}

/**
 * A colleague answers; whoever answers what nobody has taken sees to it from then on. `heard` is how many messages the
 * colleague had read: refuses `conflicting_change` when another has come since, `question_closed`, `question_full`.
 */
export function answer(
  question: Question,
  written: { readonly staffId: string; readonly text: string; readonly heard: number },
  at: number,
): Question {
  const { heard, ...message } = written;
  refuseUnless(stateAt(question, at) !== 'closed', 'question_closed');
  refuseUnless(question.messages.length === heard, 'conflicting_change');
  const messages = withMessage(question, { from: 'salon', at, ...message });
  return {
    ...question,
    ownerId: question.ownerId ?? message.staffId,
    messages,
    state: 'answered',
    since: at,
    unread: true,
  };
}

function withMessage({ messages }: Question, message: Message): Message[] {
  refuseUnless(messages.length < mostMessages, 'question_full');
  return [...messages, message];
}

/** Names who sees to it, or nobody. Refuses `question_closed`. */
export function assign(question: Question, ownerId: string | undefined, at: number): Question {
  refuseUnless(stateAt(question, at) !== 'closed', 'question_closed');
  const { ownerId: _, ...unowned } = question;
  return ownerId === undefined ? unowned : { ...unowned, ownerId };
}

/**
 * The salon is done with it. Refuses `question_unanswered` while the member waits: nobody’s question ends without a
 * word; closing twice is no mistake.
 */
export function close(question: Question, at: number): Question {
  refuseUnless(question.state !== 'open', 'question_unanswered');
  return closed(question, at);
}

/** The member needs no more. */
export const settle = (question: Question, at: number): Question => ({ ...closed(question, at), unread: false });

const closed = (question: Question, at: number): Question =>
  question.state === 'closed' ? question : { ...question, state: 'closed', since: at };

/** The salon has something to add: its turn again, with a new day. Refuses `question_not_closed`. */
export function reopen(question: Question, ownerId: string, { at, today, promise }: QuestionMoment): Question {
  refuseUnless(stateAt(question, at) === 'closed', 'question_not_closed');
  return { ...question, ownerId, state: 'open', since: at, answerBy: answerBy(today, promise) };
}

/** The member has opened it. */
export const read = (question: Question): Question => ({ ...question, unread: false });

/** What a colleague does next with a question (001-014). */
export const NextAction = z.enum(['take', 'answer', 'answer_today', 'wait', 'none']);
export type NextAction = z.infer<typeof NextAction>;

/** On a day of the business; `ownerId` is that of somebody who still works there. */
export function nextAction(
  question: Question,
  ownerId: string | undefined,
  { at, today }: Omit<QuestionMoment, 'promise'>,
): NextAction {
  const state = stateAt(question, at);
  if (state !== 'open') return state === 'answered' ? 'wait' : 'none';
  if (question.answerBy <= today) return 'answer_today';
  return ownerId === undefined ? 'take' : 'answer';
}
