import { assign } from '../../shared/domain/question-thread.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { colleaguesOf } from '../views/question-view.ts';
import { changeQuestion, wholeQuestion } from './member-question.ts';

export const assignQuestion: Handler<'staff', 'assignQuestion'> = async (request) => {
  const { path, body, at } = request;
  const { memberId, questionId } = path;
  const configuration = await request.reloadConfiguration();
  const ownerId = body.staffId ?? undefined;
  const mayOwn = colleaguesOf(configuration).some(({ staffId }) => staffId === ownerId);
  refuseUnless(ownerId === undefined || mayOwn, 'colleague_cannot_answer');
  const subject = { questionId, ...(ownerId === undefined ? {} : { ownerId }) };
  return request.change(() =>
    changeQuestion(request, {
      decide: (question) => assign(question, ownerId, at),
      announced: () => announce(request.event('question.assigned', subject, memberId)),
      reply: wholeQuestion(request, configuration),
    }),
  );
};
