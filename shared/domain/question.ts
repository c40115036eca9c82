import * as z from 'zod/mini';
import { BalanceSeen } from './balance-seen.ts';
import { LoginId, MemberId, MembershipId, QuestionId, StaffId } from './ids.ts';
import { Lines } from './text.ts';
import { Instant, LocalDate } from './time.ts';

/** What a question is about, in one tap. */
export const QuestionTopic = z.enum(['balance', 'visit', 'last_day', 'payment', 'plan', 'change', 'other']);
export type QuestionTopic = z.infer<typeof QuestionTopic>;

/** `open`: the salon’s turn. `answered`: the member’s, if they want to go on. `closed`: nobody’s. */
export const QuestionState = z.enum(['open', 'answered', 'closed']);
export type QuestionState = z.infer<typeof QuestionState>;

/** Plain text, whatever it looks like. */
export const MessageText = Lines(2000);

/** One message; who wrote it is an id, and the salon’s names stay among staff. */
const Message = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('member'), loginId: LoginId, text: MessageText, at: Instant }),
  z.strictObject({ from: z.literal('salon'), staffId: StaffId, text: MessageText, at: Instant }),
]);
export type Message = z.infer<typeof Message>;

/** Messages of one question: its row stays far below what a row may hold. */
export const mostMessages = 50;

/**
 * What a member asked the salon in private, with the balance that they saw, and everything that was written since
 * (001-023, 001-024).
 */
export const Question = z.strictObject({
  questionId: QuestionId,
  memberId: MemberId,
  membershipId: z.optional(MembershipId),
  topic: QuestionTopic,
  seen: BalanceSeen,
  messages: z.array(Message).check(z.minLength(1), z.maxLength(mostMessages)),
  askedAt: Instant,
  state: QuestionState,
  /** Since when it is in this state. */
  since: Instant,
  /** While open: the local day by whose end it is answered. */
  answerBy: LocalDate,
  /** Who sees to it (001-014). */
  ownerId: z.optional(StaffId),
  /** The member has not opened the newest answer. */
  unread: z.boolean(),
});
export type Question = z.infer<typeof Question>;

const day = 24 * 3600 * 1000;

/** Days after which an answer that nobody writes back to has closed its question. */
export const quietDays = 14;

/** The state at an instant (milliseconds): silence after an answer closes a question, by comparison and not by a job. */
export const stateAt = ({ state, since }: Pick<Question, 'state' | 'since'>, at: number): QuestionState =>
  state === 'answered' && at >= since + quietDays * day ? 'closed' : state;
