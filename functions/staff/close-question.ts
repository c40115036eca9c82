import { close } from '../../shared/domain/question-thread.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { changeQuestion, wholeQuestion } from './member-question.ts';

export const closeQuestion: Handler<'staff', 'closeQuestion'> = async (request) => {
  const { memberId, questionId } = request.path;
  const configuration = await request.reloadConfiguration();
  return request.change(() =>
    changeQuestion(request, {
      decide: (question) => close(question, request.at),
      announced: () => announce(request.event('question.closed', { questionId }, memberId)),
      reply: wholeQuestion(request, configuration),
    }),
  );
};
