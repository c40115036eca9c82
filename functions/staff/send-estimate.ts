import { writeEstimate } from '../../shared/domain/estimate-offer.ts';
import type { Handler } from '../http/request.ts';
import { estimateWrites, nextNumberWrite, readEstimateSeries } from '../store/estimate-rows.ts';
import { announce } from '../store/event-writes.ts';
import { staffEstimateView } from '../views/estimate-view.ts';
import { offerMoment } from './member-estimate.ts';

/** The number is taken with the estimate: few are written, so they may wait for each other. */
export const sendEstimate: Handler<'staff', 'sendEstimate'> = async (request) => {
  const { slug, path, instance, today, body } = request;
  const { total, ...offer } = body;
  return request.change(async () => {
    const [{ profile }, series, configuration] = await Promise.all([
      request.loadMember(),
      readEstimateSeries(instance.table, slug),
      request.reloadConfiguration(),
    ]);
    const moment = offerMoment(request, path.memberId, body, configuration);
    const written = writeEstimate(offer, total.amount, series.value.last + 1, moment);
    const { estimateId } = written;
    return {
      writes: [
        nextNumberWrite(slug, series),
        ...estimateWrites(slug, undefined, written, today),
        announce(request.event('estimate.sent', { estimateId }, path.memberId)),
      ],
      reply: staffEstimateView(written, profile, { configuration, today }),
    };
  });
};
