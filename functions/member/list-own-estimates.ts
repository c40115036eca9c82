import type { Handler } from '../http/request.ts';
import { listEstimates } from '../store/estimate-rows.ts';
import { estimateSummary } from '../views/estimate-view.ts';

export const listOwnEstimates: Handler<'member', 'listOwnEstimates'> = async (request) => {
  const { instance, slug, path } = request;
  const all = await listEstimates(instance.table, slug, path.memberId);
  return { items: all.map((estimate) => estimateSummary(estimate, request)) };
};
