import { answer } from '../../shared/domain/question-thread.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { questionReceipt } from '../views/question-view.ts';
import { changeQuestion } from './member-question.ts';

export const answerQuestion: Handler<'staff', 'answerQuestion'> = async (request) => {
  const { path, body, staff, at } = request;
  const { memberId, questionId } = path;
  return request.change(() =>
    changeQuestion(request, {
      decide: (question) => answer(question, { staffId: staff.staffId, ...body }, at),
      announced: () => announce(request.event('question.answered', { questionId }, memberId)),
      reply: (question) => questionReceipt(question, at),
    }),
  );
};
