import type { Handler } from '../http/request.ts';
import { ownQuestion } from '../views/question-view.ts';
import { loadOwnQuestion } from './own-question.ts';

export const getOwnQuestion: Handler<'member', 'getOwnQuestion'> = async (request) =>
  ownQuestion((await loadOwnQuestion(request)).value, request.at);
