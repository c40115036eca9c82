import * as z from 'zod/mini';
import { StaffId } from '../../domain/ids.ts';
import { MessageText, mostMessages, QuestionState } from '../../domain/question.ts';
import type { Operations } from '../operation.ts';
import { QuestionLine, QuestionReceipt, StaffQuestion } from '../question-views.ts';
import { PageQuery, pageOf } from '../views.ts';

const Nothing = z.strictObject({});
const listPath = '/{business}/staff/members/{memberId}/questions';
const onePath = `${listPath}/{questionId}` as const;

/** Members’ private questions, answered at the front desk (001-014, 001-023). */
export const questionOperations = {
  listQuestions: {
    summary: 'Members’ questions: those that wait longest first; closed ones of the last days, newest first',
    method: 'GET',
    path: '/{business}/staff/questions',
    audience: 'staff',
    permission: 'questions.answer',
    query: z.strictObject({ ...PageQuery.shape, show: z.optional(QuestionState) }),
    reply: z.strictObject({
      items: z.array(QuestionLine),
      cursor: z.optional(z.string()),
      /** All of each kind. */
      counts: z.strictObject({ open: z.int(), overdue: z.int(), answered: z.int(), closed: z.int() }),
    }),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members wait for answers; each client’s profile still shows their questions',
  },
  listMemberQuestions: {
    summary: 'What one client asked, newest first',
    method: 'GET',
    path: listPath,
    audience: 'staff',
    permission: 'questions.answer',
    query: PageQuery,
    reply: pageOf(QuestionLine),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'a client’s questions do not show on the profile',
  },
  getQuestion: {
    summary: 'One question with its answers, what the client saw, and what is true now',
    method: 'GET',
    path: onePath,
    audience: 'staff',
    permission: 'questions.answer',
    reply: StaffQuestion,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members wait for answers',
  },
  answerQuestion: {
    summary: 'Answers; the client gets an e-mail without the text',
    method: 'POST',
    path: `${onePath}/messages`,
    audience: 'staff',
    permission: 'questions.answer',
    idempotent: true,
    body: z.strictObject({
      text: MessageText,
      /** How many messages were on the screen: an answer never crosses one that nobody has read. */
      heard: z.int().check(z.minimum(1), z.maximum(mostMessages)),
    }),
    reply: QuestionReceipt,
    status: 201,
    refusals: ['not_found', 'question_closed', 'question_full', 'conflicting_change'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members wait for answers',
  },
  assignQuestion: {
    summary: 'Names the colleague who sees to it, or nobody',
    method: 'PUT',
    path: `${onePath}/owner`,
    audience: 'staff',
    permission: 'questions.answer',
    body: z.strictObject({ staffId: z.nullable(StaffId) }),
    reply: StaffQuestion,
    refusals: ['not_found', 'question_closed', 'colleague_cannot_answer'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'nobody can be named for a question',
  },
  closeQuestion: {
    summary: 'Puts an answered question aside',
    method: 'PUT',
    path: `${onePath}/closure`,
    audience: 'staff',
    permission: 'questions.answer',
    body: Nothing,
    reply: StaffQuestion,
    refusals: ['not_found', 'question_unanswered'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'settled questions stay in the list',
  },
  reopenQuestion: {
    summary: 'Takes a closed question up again',
    method: 'DELETE',
    path: `${onePath}/closure`,
    audience: 'staff',
    permission: 'questions.answer',
    reply: StaffQuestion,
    refusals: ['not_found', 'question_not_closed'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'closed questions cannot be taken up again; answers by e-mail still can be given',
  },
} as const satisfies Operations;
