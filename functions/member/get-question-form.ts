import { answerBy } from '../../shared/domain/answer-promise.ts';
import type { Handler } from '../http/request.ts';
import { balanceSeen, nameOfSeen } from '../views/balance-seen.ts';

export const getQuestionForm: Handler<'member', 'getQuestionForm'> = async (request) => {
  const { member, today } = request;
  const configuration = await request.reloadConfiguration();
  const seen = balanceSeen(member, configuration, today);
  return { seen, seenAs: nameOfSeen(seen), answerBy: answerBy(today, configuration.business.value.answers) };
};
