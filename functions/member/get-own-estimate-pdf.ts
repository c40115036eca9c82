import { refuseUnless } from '../../shared/domain/refusal.ts';
import { estimatePdf } from '../documents/estimate-pdf.ts';
import type { Handler } from '../http/request.ts';
import { readEstimate } from '../store/estimate-rows.ts';

export const getOwnEstimatePdf: Handler<'member', 'getOwnEstimatePdf'> = async (request) => {
  const { instance, slug, path, member, configuration, today, language } = request;
  const estimate = await readEstimate(instance.table, slug, path.memberId, path.estimateId);
  refuseUnless(estimate, 'not_found');
  const { profile } = member;
  return estimatePdf(instance, { estimate: estimate.value, profile, configuration, today, language });
};
