import { languageOf } from '../../shared/domain/business.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { estimatePdf } from '../documents/estimate-pdf.ts';
import type { Handler } from '../http/request.ts';
import { readEstimate } from '../store/estimate-rows.ts';

/** In the client's language, not in that of the desk: it is handed over. */
export const getEstimatePdf: Handler<'staff', 'getEstimatePdf'> = async (request) => {
  const { instance, slug, path, configuration, today } = request;
  const [{ profile }, estimate] = await Promise.all([
    request.loadMember(),
    readEstimate(instance.table, slug, path.memberId, path.estimateId),
  ]);
  refuseUnless(estimate, 'not_found');
  const language = profile.language ?? languageOf(configuration.business.value.locale);
  return estimatePdf(instance, { estimate: estimate.value, profile, configuration, today, language });
};
