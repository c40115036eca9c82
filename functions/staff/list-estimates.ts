import type { Handler } from '../http/request.ts';
import { listEstimates as readEstimates } from '../store/estimate-rows.ts';
import { estimateSummary } from '../views/estimate-view.ts';

export const listEstimates: Handler<'staff', 'listEstimates'> = async (request) => {
  const { instance, slug, path } = request;
  const all = await readEstimates(instance.table, slug, path.memberId);
  return { items: all.map((estimate) => estimateSummary(estimate, request)) };
};
