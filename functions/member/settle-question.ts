import { settle } from '../../shared/domain/question-thread.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { ownQuestion } from '../views/question-view.ts';
import { changeOwnQuestion } from './own-question.ts';

export const settleQuestion: Handler<'member', 'settleQuestion'> = async (request) => {
  const { memberId, questionId } = request.path;
  return request.change(() =>
    changeOwnQuestion(
      request,
      (question) => {
        const after = settle(question, request.at);
        if (question.state === 'closed') return { after };
        return { after, announced: announce(request.event('question.closed', { questionId }, memberId)) };
      },
      ownQuestion,
    ),
  );
};
