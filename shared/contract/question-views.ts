import * as z from 'zod/mini';
import { BalanceSeen } from '../domain/balance-seen.ts';
import { MemberId, MembershipId, QuestionId, StaffId } from '../domain/ids.ts';
import { QuestionState, QuestionTopic } from '../domain/question.ts';
import { NextAction } from '../domain/question-thread.ts';
import { Instant, LocalDate } from '../domain/time.ts';

const common = {
  questionId: QuestionId,
  topic: QuestionTopic,
  state: QuestionState,
  askedAt: Instant,
  /** When something was last written. */
  latestAt: Instant,
  /** While open: the local day by whose end it is answered. */
  answerBy: z.optional(LocalDate),
};

/** A question in the member’s own list. */
export const OwnQuestionLine = z.strictObject({
  ...common,
  /** The beginning of what was asked. */
  begins: z.string(),
  /** The newest answer was not opened yet. */
  unread: z.boolean(),
});
export type OwnQuestionLine = z.infer<typeof OwnQuestionLine>;

/** A question with everything written, as the member reads it: the salon speaks with one voice. */
export const OwnQuestion = z.strictObject({
  ...OwnQuestionLine.shape,
  membershipId: z.optional(MembershipId),
  seen: BalanceSeen,
  messages: z.array(z.strictObject({ from: z.enum(['member', 'salon']), text: z.string(), at: Instant })),
});
export type OwnQuestion = z.infer<typeof OwnQuestion>;

/** That something was written, and whose turn it is; the text itself is kept in one place only. */
export const QuestionReceipt = z.strictObject({
  questionId: QuestionId,
  state: QuestionState,
  /** While open: the local day by whose end it is answered. */
  answerBy: z.optional(LocalDate),
});
export type QuestionReceipt = z.infer<typeof QuestionReceipt>;

/** What the form shows before anything is asked (001-024). */
export const QuestionForm = z.strictObject({
  /** What the salon will see with the question. */
  seen: BalanceSeen,
  /** Names exactly these numbers: sent with the question, so that nothing else is attached than was shown. */
  seenAs: z.string(),
  /** By when it would be answered. */
  answerBy: LocalDate,
});
export type QuestionForm = z.infer<typeof QuestionForm>;

const Colleague = z.strictObject({ staffId: StaffId, name: z.string() });

/** A question in a list of the salon. */
export const QuestionLine = z.strictObject({
  ...common,
  memberId: MemberId,
  firstName: z.string(),
  lastName: z.string(),
  /** Since when it is in its state. */
  since: Instant,
  /** Who sees to it, as long as they work here. */
  owner: z.optional(Colleague),
  next: NextAction,
  /** Its day has passed. */
  overdue: z.boolean(),
});
export type QuestionLine = z.infer<typeof QuestionLine>;

/** A question as a colleague answers it: what the client saw beside what is true now. */
export const StaffQuestion = z.strictObject({
  ...QuestionLine.shape,
  membershipId: z.optional(MembershipId),
  seen: BalanceSeen,
  now: BalanceSeen,
  messages: z.array(
    z.strictObject({ from: z.enum(['member', 'salon']), text: z.string(), at: Instant, by: z.string() }),
  ),
  /** Who may see to it. */
  colleagues: z.array(Colleague),
});
export type StaffQuestion = z.infer<typeof StaffQuestion>;
