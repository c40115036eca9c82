import { reopen } from '../../shared/domain/question-thread.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { changeQuestion, wholeQuestion } from './member-question.ts';

export const reopenQuestion: Handler<'staff', 'reopenQuestion'> = async (request) => {
  const { path, staff, at, today } = request;
  const { memberId, questionId } = path;
  const configuration = await request.reloadConfiguration();
  const moment = { at, today, promise: configuration.business.value.answers };
  return request.change(() =>
    changeQuestion(request, {
      decide: (question) => reopen(question, staff.staffId, moment),
      announced: () => announce(request.event('question.reopened', { questionId }, memberId)),
      reply: wholeQuestion(request, configuration),
    }),
  );
};
