import { reviseEstimate as revise } from '../../shared/domain/estimate-offer.ts';
import type { Handler } from '../http/request.ts';
import { estimateWrites } from '../store/estimate-rows.ts';
import { announce } from '../store/event-writes.ts';
import { loadEstimate, offerMoment } from './member-estimate.ts';

export const reviseEstimate: Handler<'staff', 'reviseEstimate'> = async (request) => {
  const { slug, path, body, today } = request;
  const { total, ...offer } = body;
  return request.change(async () => {
    const { before, configuration, view } = await loadEstimate(request, path);
    const moment = offerMoment(request, path.memberId, body, configuration);
    const { replaced, written } = revise(before.value, offer, total.amount, moment);
    const { estimateId } = written;
    return {
      writes: [
        ...estimateWrites(slug, before, replaced, today),
        ...estimateWrites(slug, undefined, written, today),
        announce(request.event('estimate.sent', { estimateId, replaces: path.estimateId }, path.memberId)),
      ],
      reply: view(written),
    };
  });
};
