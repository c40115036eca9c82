import type { Handler } from '../http/request.ts';
import { loadQuestion, wholeQuestion } from './member-question.ts';

export const getQuestion: Handler<'staff', 'getQuestion'> = async (request) => {
  const configuration = await request.reloadConfiguration();
  const { member, before } = await loadQuestion(request);
  return wholeQuestion(request, configuration)(before.value, member);
};
