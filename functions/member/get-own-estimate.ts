import type { Handler } from '../http/request.ts';
import { estimateView } from '../views/estimate-view.ts';
import { loadOwnEstimate } from './own-estimate.ts';

export const getOwnEstimate: Handler<'member', 'getOwnEstimate'> = async (request) => {
  const { value } = await loadOwnEstimate(request);
  return estimateView(value, request.member.profile, request);
};
