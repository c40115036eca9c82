import * as z from 'zod/mini';
import { MemberId, QuestionId } from './ids.ts';
import { type Question, QuestionState } from './question.ts';
import { refuseUnless } from './refusal.ts';

/** Questions of one member that may wait for an answer at the same time. */
export const mostWaiting = 5;

/**
 * The questions of a member that somebody should know of without reading them: those that wait for the salon, and those
 * with an answer that the member has not opened.
 */
export const MemberQuestions = z.strictObject({
  memberId: MemberId,
  live: z.array(z.strictObject({ questionId: QuestionId, state: QuestionState, unread: z.boolean() })),
});
export type MemberQuestions = z.infer<typeof MemberQuestions>;

export const noQuestions = (memberId: string): MemberQuestions => ({ memberId, live: [] });

/** With a question as it is now. */
export function withQuestion(before: MemberQuestions, { questionId, state, unread }: Question): MemberQuestions {
  const others = before.live.filter((one) => one.questionId !== questionId);
  const isLive = state === 'open' || unread;
  return { memberId: before.memberId, live: isLive ? [...others, { questionId, state, unread }] : others };
}

/** Refuses `too_many_questions` when this one would wait for the salon beside as many others as may. */
export function refuseManyWaiting({ live }: MemberQuestions, questionId: string): void {
  const others = waiting(live.filter((one) => one.questionId !== questionId));
  refuseUnless(others < mostWaiting, 'too_many_questions', { most: mostWaiting });
}

const waiting = (live: MemberQuestions['live']): number => live.filter(({ state }) => state === 'open').length;

/** What a menu says: answers to read, and questions that wait for one. */
export const questionCounts = ({ live }: MemberQuestions): { unread: number; waiting: number } => ({
  unread: live.filter(({ unread }) => unread).length,
  waiting: waiting(live),
});
