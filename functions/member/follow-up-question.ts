import { refuseManyWaiting } from '../../shared/domain/member-questions.ts';
import { followUp } from '../../shared/domain/question-thread.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { questionReceipt } from '../views/question-view.ts';
import { changeOwnQuestion, loadOwnQuestion } from './own-question.ts';
import { takeMessageSlot } from './question-writing.ts';

export const followUpQuestion: Handler<'member', 'followUpQuestion'> = async (request) => {
  const { path, body, login, today, at } = request;
  const { memberId, questionId } = path;
  const { answers } = (await request.reloadConfiguration()).business.value;
  await loadOwnQuestion(request);
  await takeMessageSlot(request, memberId);
  return request.change(() =>
    changeOwnQuestion(
      request,
      (question, member) => {
        refuseManyWaiting(member.questions.value, questionId);
        const written = { loginId: login.loginId, text: body.text };
        const after = followUp(question, written, { at, today, promise: answers });
        const turned = question.state === 'open' ? 0 : 1;
        return { after, announced: announce(request.event('question.followed_up', { questionId, turned }, memberId)) };
      },
      questionReceipt,
    ),
  );
};
