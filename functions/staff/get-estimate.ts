import type { Handler } from '../http/request.ts';
import { loadEstimate } from './member-estimate.ts';

export const getEstimate: Handler<'staff', 'getEstimate'> = async (request) => {
  const { before, view } = await loadEstimate(request, request.path);
  return view(before.value);
};
