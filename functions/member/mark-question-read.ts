import { read } from '../../shared/domain/question-thread.ts';
import type { Handler } from '../http/request.ts';
import { ownQuestion } from '../views/question-view.ts';
import { changeOwnQuestion } from './own-question.ts';

export const markQuestionRead: Handler<'member', 'markQuestionRead'> = async (request) =>
  request.change(() => changeOwnQuestion(request, (question) => ({ after: read(question) }), ownQuestion));
