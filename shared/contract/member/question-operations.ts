import * as z from 'zod/mini';
import { MembershipId } from '../../domain/ids.ts';
import { MessageText, QuestionTopic } from '../../domain/question.ts';
import type { Operations } from '../operation.ts';
import { OwnQuestion, OwnQuestionLine, QuestionForm, QuestionReceipt } from '../question-views.ts';
import { PageQuery, pageOf } from '../views.ts';

const Nothing = z.strictObject({});
const memberPath = '/{business}/member/members/{memberId}';
const onePath = `${memberPath}/questions/{questionId}` as const;

/** What a member asks the salon in private about a membership (001-023, 001-024). */
export const memberQuestionOperations = {
  getQuestionForm: {
    summary: 'What would be sent with a question, and by when it would be answered',
    method: 'GET',
    path: `${memberPath}/question-form`,
    audience: 'member',
    reply: QuestionForm,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot ask in the portal; the salon’s telephone and e-mail are still there',
  },
  askQuestion: {
    summary: 'Asks the salon in private, with the balance that was shown',
    method: 'POST',
    path: `${memberPath}/questions`,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({
      topic: QuestionTopic,
      text: MessageText,
      membershipId: z.optional(MembershipId),
      seenAs: z.string().check(z.maxLength(64)),
    }),
    reply: QuestionReceipt,
    status: 201,
    refusals: ['not_found', 'balance_changed', 'too_many_questions', 'too_many_requests'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot ask in the portal; the salon’s telephone and e-mail are still there',
  },
  listOwnQuestions: {
    summary: 'What was asked, newest first',
    method: 'GET',
    path: `${memberPath}/questions`,
    audience: 'member',
    query: PageQuery,
    reply: pageOf(OwnQuestionLine),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot find their questions',
  },
  getOwnQuestion: {
    summary: 'One question with its answers',
    method: 'GET',
    path: onePath,
    audience: 'member',
    reply: OwnQuestion,
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'members cannot read answers',
  },
  followUpQuestion: {
    summary: 'Writes more about a question; a closed one is open again',
    method: 'POST',
    path: `${onePath}/messages`,
    audience: 'member',
    idempotent: true,
    body: z.strictObject({ text: MessageText }),
    reply: QuestionReceipt,
    status: 201,
    refusals: ['not_found', 'question_full', 'too_many_questions', 'too_many_requests'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot write back; the salon’s telephone and e-mail are still there',
  },
  markQuestionRead: {
    summary: 'Says that the newest answer was opened',
    method: 'PUT',
    path: `${onePath}/read`,
    audience: 'member',
    body: Nothing,
    reply: OwnQuestion,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'answers go on being shown as new',
  },
  settleQuestion: {
    summary: 'Says that nothing more is needed',
    method: 'PUT',
    path: `${onePath}/closure`,
    audience: 'member',
    body: Nothing,
    reply: OwnQuestion,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'members cannot say that a question is settled',
  },
} as const satisfies Operations;
