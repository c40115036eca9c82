import { declineEstimate } from '../../shared/domain/estimate-answer.ts';
import type { Handler } from '../http/request.ts';
import { answerOwnEstimate } from './own-estimate.ts';

export const declineOwnEstimate: Handler<'member', 'declineOwnEstimate'> = async (request) => {
  const { body, login } = request;
  const { loginId } = login;
  return request.change(() =>
    answerOwnEstimate(request, 'estimate.declined', (estimate) =>
      declineEstimate(estimate, { loginId, ...body }, request),
    ),
  );
};
